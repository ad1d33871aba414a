import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps, Payload, TypedUser } from 'payload'
import type { ReactNode } from 'react'
import {
  AUFGABENART_LABELS,
  AUFGABENARTEN,
  countAufgaben,
  filterAufgaben,
  type Aufgabenart,
  type Aufgabenzahlen,
} from '#core/aufgaben/aufgabe.ts'
import { addDays } from '#core/zeit/day.ts'
import { readAufgabenOf } from '#feed/readAufgaben.ts'
import { AdminSeite } from '../AdminSeite.tsx'
import { eigeneRedaktionen } from '../kalender/pultstand.ts'
import { Neuigkeiten, UebergangeneBefunde } from './Abschnitte.tsx'
import { AUFGABEN_AT_MOST, Aufgabenkarten } from './Aufgabenkarten.tsx'
import { aufgabenpfad, hasArbeitsliste, mayOverrule, redaktionswahl } from './auswahl.ts'
import { readArbeitsstand } from './arbeitsstand.ts'
import { Listenmeldung } from './Listenmeldung.tsx'

/**
 * "Meine Aufgaben": everything that a person has to do, by the day by which it must be done, and the news that they have not read.
 * One page under two addresses: messages of earlier days name `/admin/arbeitsliste`.
 */
export async function Arbeitsliste({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { payload, user } = initPageResult.req
  if (!user) redirect(`/admin/login?redirect=${encodeURIComponent('/admin/aufgaben')}`)
  return (
    <AdminSeite
      className="stichtag-start stichtag-arbeit"
      initPageResult={initPageResult}
      params={params}
      searchParams={searchParams}
      user={user}
    >
      {hasArbeitsliste(user.rolle) ? (
        <Liste payload={payload} user={user} wunsch={wunschFrom(searchParams)} />
      ) : (
        <OhneArbeit />
      )}
    </AdminSeite>
  )
}

/** What the address asks for. */
type Wunsch = {
  readonly redaktion: string | undefined
  readonly art: Aufgabenart | null
  readonly mir: boolean
}

function wunschFrom(searchParams: AdminViewServerProps['searchParams']): Wunsch {
  const { redaktion, art, zugewiesen } = searchParams ?? {}
  return {
    redaktion: typeof redaktion === 'string' ? redaktion : undefined,
    art: AUFGABENARTEN.find((known) => known === art) ?? null,
    mir: zugewiesen === 'mir',
  }
}

async function Liste({
  payload,
  user,
  wunsch,
}: {
  readonly payload: Payload
  readonly user: TypedUser
  readonly wunsch: Wunsch
}) {
  const rolle: unknown = user.rolle
  const wahl = redaktionswahl(rolle, eigeneRedaktionen(user), wunsch.redaktion)
  const liste = await readAufgabenOf(user.id, { redaktionIds: wahl.redaktionen })
  if (!liste) return <OhneArbeit />
  const stand = await readArbeitsstand(payload, user, wahl)
  const { heute, redaktionen } = liste
  const nameOf = (id: string | null): string => redaktionen.get(id ?? '') ?? 'ohne Redaktion'
  const shown = wahl.redaktionen
  const zahlen = countAufgaben(liste.aufgaben, {
    heute,
    bald: addDays(heute, 7),
    kontoId: user.id,
  })
  const aufgaben = filterAufgaben(liste.aufgaben, {
    art: wunsch.art,
    zugewiesen: wunsch.mir ? user.id : null,
  })
  return (
    <>
      <header>
        <h1>Meine Aufgaben</h1>
        <p>
          {shown === 'alle'
            ? 'Was in allen Redaktionen zu tun ist'
            : `Was für ${shown.map(nameOf).join(', ') || 'Sie'} zu tun ist`}
          , geordnet nach dem Tag, bis zu dem es getan sein muss.
        </p>
        <Listenmeldung />
        {wahl.mayChoose ? (
          <Wahl
            chosen={shown === 'alle' ? 'alle' : (shown[0] ?? '')}
            redaktionen={[...redaktionen].map(([id, name]) => ({ id, name }))}
            wunsch={wunsch}
          />
        ) : null}
      </header>
      <section aria-labelledby="aufgaben">
        <h2 id="aufgaben">
          {zahlen.alle === 1 ? 'Eine Aufgabe' : `${zahlen.alle} Aufgaben`}
          {zahlen.ueberfaellig === 0 ? '' : `, davon ${zahlen.ueberfaellig} überfällig`}
        </h2>
        <Auswahl ungelesen={stand.ungelesen} wunsch={wunsch} zahlen={zahlen} />
        {aufgaben.length === 0 ? (
          <Nichts istGefiltert={zahlen.alle > 0} />
        ) : (
          <Aufgabenkarten
            antraege={stand.antraege}
            aufgaben={aufgaben}
            heute={heute}
            kontoId={user.id}
            mayDecide={mayOverrule(rolle)}
            nameOf={nameOf}
          />
        )}
        {aufgaben.length > AUFGABEN_AT_MOST ? (
          <p>
            Gezeigt sind die {AUFGABEN_AT_MOST} dringendsten von {aufgaben.length}. Wählen Sie oben
            eine Art, um die anderen zu sehen.
          </p>
        ) : null}
        <UebergangeneBefunde nameOf={nameOf} rolle={rolle} stand={stand} />
      </section>
      <Neuigkeiten nameOf={nameOf} rolle={rolle} stand={stand} />
    </>
  )
}

function Nichts({ istGefiltert }: { readonly istGefiltert: boolean }): ReactNode {
  return istGefiltert ? (
    <p>
      Von dieser Art ist nichts zu tun.{' '}
      <Link href="/admin/aufgaben" prefetch={false}>
        Alle Aufgaben
      </Link>
    </p>
  ) : (
    <p>
      Nichts zu tun: kein Befund, keine Berichtigung, die auf Sie wartet, kein Entwurf vor seinem
      Tag. Was als Nächstes wechselt, zeigt der{' '}
      <Link href="/admin/stichtagskalender" prefetch={false}>
        Stichtagskalender
      </Link>
      .
    </p>
  )
}

/** How much there is of each kind, and the way to it. */
function Auswahl({
  zahlen,
  wunsch,
  ungelesen,
}: {
  readonly zahlen: Aufgabenzahlen
  readonly wunsch: Wunsch
  readonly ungelesen: number
}): ReactNode {
  const { redaktion, art: chosen, mir } = wunsch
  const links = [
    { label: 'Alle', count: zahlen.alle, is: chosen === null && !mir, wahl: {} },
    { label: 'Mir zugewiesen', count: zahlen.zugewiesen, is: mir, wahl: { mir: true } },
    ...zahlen.jeArt.map(({ art, anzahl }) => ({
      label: AUFGABENART_LABELS[art][anzahl === 1 ? 0 : 1],
      count: anzahl,
      is: chosen === art,
      wahl: { art },
    })),
  ]
  return (
    <nav aria-label="Welche Aufgaben">
      <ul className="stichtag-arbeit__inhalt">
        {links.map(({ label, count, is, wahl }) => (
          <li key={label}>
            <Link
              aria-current={is ? 'page' : undefined}
              href={aufgabenpfad({ redaktion, ...wahl })}
              prefetch={false}
            >
              <strong>{count}</strong> {label}
            </Link>
          </li>
        ))}
        <li>
          <a href="#neuigkeiten">
            <strong>{ungelesen}</strong> Ungelesen
          </a>
        </li>
      </ul>
    </nav>
  )
}

function OhneArbeit(): ReactNode {
  return (
    <header>
      <h1>Meine Aufgaben</h1>
      <p>
        Ihre Rolle schreibt keine Texte und hat deshalb keine Aufgaben. Was an welchem Tag wechselt,
        zeigt der{' '}
        <Link href="/admin/stichtagskalender" prefetch={false}>
          Stichtagskalender
        </Link>
        .
      </p>
    </header>
  )
}

/** Whose work is shown; works without a script. */
function Wahl({
  chosen,
  redaktionen,
  wunsch: { art, mir },
}: {
  readonly chosen: string
  readonly redaktionen: readonly Redaktion[]
  readonly wunsch: Wunsch
}): ReactNode {
  const sorted = [...redaktionen].sort((left, right) => left.name.localeCompare(right.name, 'de'))
  return (
    <form className="stichtag-arbeit__wahl" method="get">
      {art === null ? null : <input name="art" type="hidden" value={art} />}
      {mir ? <input name="zugewiesen" type="hidden" value="mir" /> : null}
      <label htmlFor="redaktion">Redaktion</label>
      <select defaultValue={chosen} id="redaktion" name="redaktion">
        <option value="alle">Alle Redaktionen</option>
        {sorted.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit">Anzeigen</button>
    </form>
  )
}

type Redaktion = { readonly id: string; readonly name: string }
