'use client'
import { Button, toast, useAuth, useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useState, type ReactNode } from 'react'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { LONG_ENOUGH_TO_READ } from '../waitingMessage.ts'
import { formKey, useModulspalten, type Modul } from './spaltenspeicher.ts'
import { Teile } from './Teile.tsx'
import { Uebernahmedialog } from './Uebernahmedialog.tsx'

const WRITERS: readonly unknown[] = ['administration', 'landesredaktion', 'kommunalredaktion']

/** The first column of a module: what it inherits, with the lock and the change that wait there. */
export const Geerbt: UIFieldClientComponent = (props) => {
  const { modul } = props as unknown as { readonly modul: string }
  const { id } = useDocumentInfo()
  const found = useModulspalten(formKey(id), modul)
  if (!found) return null
  const { stichtag, spalten } = found
  const name = `Geerbter Text: ${spalten.titel}`
  return (
    <section aria-label={name} className="stichtag-spalte stichtag-spalte--geerbt">
      <p className="stichtag-spalte__kopf">
        <strong>Geerbt</strong> am {formatDayLong(stichtag as CalendarDay)}
      </p>
      <Sperre {...spalten} />
      {id !== undefined && spalten.hinweis ? (
        <Hinweis hinweis={spalten.hinweis} id={String(id)} spalten={spalten} />
      ) : null}
      {spalten.geerbt.length === 0 ? (
        <p className="stichtag-spalte__leer">Zu diesem Modul schreibt keine Ebene darüber etwas.</p>
      ) : (
        <Teile name={name} teile={spalten.geerbt} />
      )}
    </section>
  )
}

function Sperre({ sperre, fristende }: Pick<Modul, 'sperre' | 'fristende'>): ReactNode {
  return (
    <>
      {sperre ? (
        <p className="stichtag-spalte__sperre">
          <strong>{sperre.art === 'unveraenderlich' ? 'Unveränderlich' : 'Nur ergänzen'}:</strong>{' '}
          {sperre.art === 'unveraenderlich'
            ? 'Dieses Modul schreibt nur die Ebene darüber.'
            : 'Sie dürfen dieses Modul ergänzen, aber nicht ersetzen.'}{' '}
          {sperre.grund === null ? '' : `Grund: ${sperre.grund}`}
        </p>
      ) : null}
      {fristende === null ? null : (
        <p className="stichtag-spalte__sperre">
          <strong>Schweigefrist:</strong> Bis {formatDayLong(fristende as CalendarDay)} können Sie
          sagen, dass Ihr Text bleibt.
        </p>
      )}
    </>
  )
}

/** "Parent changed", with the way to deal with it. What is not saved yet is saved first: the comparison is with what is stored. */
function Hinweis({
  id,
  hinweis,
  spalten,
}: {
  readonly id: string
  readonly hinweis: NonNullable<Modul['hinweis']>
  readonly spalten: Modul
}): ReactNode {
  const { user } = useAuth()
  const { submit } = useForm()
  const modified = useFormModified()
  const [isOpen, setIsOpen] = useState(false)
  const open = async (): Promise<void> => {
    if (modified) {
      const saved = (await submit()) as { res?: Response } | undefined
      if (saved?.res?.ok !== true) {
        toast.error('Bitte speichern Sie zuerst Ihren Text.', { duration: LONG_ENOUGH_TO_READ })
        return
      }
    }
    setIsOpen(true)
  }
  const isPast = spalten.hinweis !== null && hinweis.ab <= today()
  return (
    <div className="stichtag-spalte__hinweis">
      <p>
        {isPast
          ? `Der geerbte Text hat sich am ${hinweis.tag} geändert.`
          : `Der geerbte Text ändert sich am ${hinweis.tag}.`}
      </p>
      {WRITERS.includes(user?.['rolle']) ? (
        <Button
          aria-label={`Vergleichen und übernehmen: ${spalten.titel}`}
          buttonStyle="primary"
          margin={false}
          onClick={() => void open()}
          size="small"
        >
          Vergleichen und übernehmen
        </Button>
      ) : null}
      {isOpen ? (
        <Uebernahmedialog
          id={id}
          modul={spalten.modul}
          onCancel={() => {
            setIsOpen(false)
          }}
          titel={spalten.titel}
          von={[...new Set(spalten.geerbt.map((teil) => teil.von))].join(' und ') || 'Land'}
        />
      ) : null}
    </div>
  )
}

function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' })
}
