'use client'
import { Button, toast, useAuth, useDocumentInfo } from '@payloadcms/ui'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useState, type ReactNode } from 'react'
import { VARIANTENSPRACHEN, type Variantensprache } from '#core/fassung/fassung.ts'
import { SPRACHE_LABELS } from '#core/fassung/sprachfassung.ts'
import { postAct } from '../postAct.ts'
import { fassungPath } from '../rebase.ts'
import { LONG_ENOUGH_TO_READ } from '../waitingMessage.ts'
import { leseSprachfassungen, type Sprachfassung } from './leseSprachfassungen.ts'
import { leseVergleich, type Sprachvergleich } from './leseVergleich.ts'

const WRITERS: readonly unknown[] = ['administration', 'landesredaktion', 'kommunalredaktion']

/** The language variants of a German text and how far they are; on the page of a variant, how it stands to its German text. */
export function Sprachfassungen() {
  const { id, data, lastUpdateTime } = useDocumentInfo()
  const sprache: unknown = data?.['sprache']
  if (id === undefined) return null
  return isVariantensprache(sprache) ? (
    <Vorlage
      id={String(id)}
      isDraft={data?.['zustand'] !== 'freigegeben' && data?.['zustand'] !== 'zurueckgezogen'}
      maschinell={data?.['maschinell'] === true}
      saved={String(data?.['updatedAt'] ?? '')}
      sprache={sprache}
    />
  ) : (
    <Varianten id={String(id)} version={lastUpdateTime} zustand={String(data?.['zustand'] ?? '')} />
  )
}

function isVariantensprache(value: unknown): value is Variantensprache {
  return VARIANTENSPRACHEN.some((each) => each === value)
}

function Varianten({
  id,
  version,
  zustand,
}: {
  readonly id: string
  readonly version: unknown
  readonly zustand: string
}): ReactNode {
  const { user } = useAuth()
  const router = useRouter()
  const [found, setFound] = useState<readonly Sprachfassung[] | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    let left = false
    void leseSprachfassungen(id).then((list) => {
      if (!left) setFound(list)
    })
    return () => {
      left = true
    }
  }, [id, version])
  if (!found) return null
  const isWriter = WRITERS.includes(user?.['rolle'])
  // A withdrawn text needs no translation any more.
  const offen = VARIANTENSPRACHEN.filter(
    (sprache) =>
      zustand !== 'zurueckgezogen' &&
      !found.some((each) => each.sprache === sprache && each.zustand !== 'freigegeben'),
  )
  if (found.length === 0 && (!isWriter || offen.length === 0)) return null

  const begin = async (sprache: Variantensprache): Promise<void> => {
    setBusy(true)
    const answer = await postAct('fassungen', id, 'sprachfassung', { sprache })
    if (answer.ok) router.push(fassungPath(String(answer.value['id'])))
    else {
      toast.error(answer.message, { duration: LONG_ENOUGH_TO_READ })
      setBusy(false)
    }
  }

  return (
    <section aria-labelledby="sprachfassungen" className="stichtag-sprachen">
      <h2 id="sprachfassungen">Sprachfassungen</h2>
      {found.length === 0 ? (
        <p>Noch keine. Ohne Sprachfassung lesen alle den deutschen Text, als solchen markiert.</p>
      ) : (
        <ul>
          {found.map((each) => (
            <li key={each.id}>
              <Link href={fassungPath(each.id)} prefetch={false}>
                {SPRACHE_LABELS[each.sprache]}
              </Link>{' '}
              <Marken sprachfassung={each} />
            </li>
          ))}
        </ul>
      )}
      {isWriter && offen.length > 0 ? (
        <div className="stichtag-aktionen">
          {offen.map((sprache) => (
            <Button
              buttonStyle="secondary"
              disabled={busy}
              key={sprache}
              margin={false}
              onClick={() => void begin(sprache)}
              size="small"
            >
              {SPRACHE_LABELS[sprache]}: Sprachfassung anlegen
            </Button>
          ))}
        </div>
      ) : null}
    </section>
  )
}

function Marken({
  sprachfassung: { zustand, maschinell, fehlt, veraltet, istFertig },
}: {
  readonly sprachfassung: Sprachfassung
}): ReactNode {
  return (
    <>
      <span className="stichtag-marke">
        {zustand === 'freigegeben' ? 'freigegeben' : 'nicht freigegeben'}
      </span>{' '}
      {maschinell ? <span className="stichtag-marke">maschinell übersetzt</span> : null}{' '}
      {istFertig ? (
        <span className="stichtag-marke stichtag-marke--aktuell">vollständig und aktuell</span>
      ) : null}{' '}
      {veraltet.length > 0 ? (
        <span className="stichtag-marke stichtag-marke--veraltet">
          veraltet: {veraltet.join(', ')}
        </span>
      ) : null}{' '}
      {fehlt.length > 0 ? (
        <span className="stichtag-marke stichtag-marke--fehlt">fehlt: {fehlt.join(', ')}</span>
      ) : null}
    </>
  )
}

function Vorlage({
  id,
  saved,
  sprache,
  maschinell,
  isDraft,
}: {
  readonly id: string
  readonly saved: string
  readonly sprache: Variantensprache
  readonly maschinell: boolean
  readonly isDraft: boolean
}): ReactNode {
  const [vergleich, setVergleich] = useState<Sprachvergleich | null>(null)
  useEffect(() => {
    let left = false
    void leseVergleich(id, saved).then((found) => {
      if (!left) setVergleich(found)
    })
    return () => {
      left = true
    }
  }, [id, saved])
  if (!vergleich?.deutsch) return null
  const { deutsch, module } = vergleich
  const those = (lage: string): readonly string[] =>
    module.filter((each) => each.lage === lage).map(({ titel }) => titel)
  const veraltet = those('veraltet')
  return (
    <section aria-labelledby="sprachfassung" className="stichtag-sprachen">
      <h2 id="sprachfassung">
        {SPRACHE_LABELS[sprache]}
        {maschinell ? ', maschinell übersetzt' : ''}
      </h2>
      <p>
        Übersetzung von{' '}
        <Link href={fassungPath(deutsch.id)} prefetch={false}>
          {deutsch.titel}
        </Link>
        {deutsch.istFreigegeben
          ? '.'
          : '. Der deutsche Text ist noch nicht freigegeben; die Übersetzung kann erst mit ihm oder nach ihm freigegeben werden.'}
      </p>
      {veraltet.length === 0 ? (
        <p>
          {module.some(({ lage }) => lage === 'fehlt')
            ? 'Was noch nicht übersetzt ist, lesen alle auf Deutsch, als solches markiert.'
            : 'Jedes Modul ist übersetzt und auf dem Stand des deutschen Textes.'}
        </p>
      ) : (
        <p>
          <strong>
            Der deutsche Text ist seit der Übersetzung geändert in: {veraltet.join(', ')}.
          </strong>{' '}
          {isDraft
            ? 'Passen Sie die Übersetzung an, und haken Sie dort an, dass sie wieder passt.'
            : 'Bis zu einer neuen Übersetzung lesen alle dort den deutschen Text. Bauen Sie mit „Neue Fassung darauf aufbauen“ eine neue auf.'}
        </p>
      )}
    </section>
  )
}
