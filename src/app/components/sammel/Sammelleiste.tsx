'use client'
import { Button, useAuth, useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ROLLEN } from '#core/ablauf/ablauf.ts'
import {
  sammelakteOf,
  SAMMELAKTE,
  SAMMELGRENZE,
  type Sammelakt,
} from '#core/ablauf/sammelaktion.ts'
import { SammelDialog } from './SammelDialog.tsx'

/** What can be done to the texts that are selected in the list. */
export function Sammelleiste() {
  const { user } = useAuth()
  const { count, getSelectedIds, toggleAll } = useSelection()
  const router = useRouter()
  const [akt, setAkt] = useState<Sammelakt | null>(null)
  const [meldung, setMeldung] = useState('')
  const rolle = ROLLEN.find((known) => known === user?.['rolle'])
  const akte = rolle ? sammelakteOf(rolle) : []
  if (akte.length === 0) return null
  const ids = getSelectedIds().map(String)
  const isTooMany = ids.length > SAMMELGRENZE
  return (
    <section aria-label="Mehrere Texte bearbeiten" className="stichtag-sammel">
      <p role="status">
        {meldung !== '' && ids.length === 0
          ? meldung
          : isTooMany
            ? `${count} Texte ausgewählt. Bitte wählen Sie höchstens ${SAMMELGRENZE} auf einmal.`
            : ids.length === 0
              ? 'Wählen Sie Texte aus, um sie gemeinsam zu bearbeiten.'
              : ids.length === 1
                ? '1 Text ausgewählt.'
                : `${ids.length} Texte ausgewählt.`}
      </p>
      {ids.length === 0 || isTooMany ? null : (
        <div className="stichtag-aktionen">
          {akte.map((name) => (
            <Button
              buttonStyle="secondary"
              key={name}
              onClick={() => {
                setAkt(name)
              }}
              size="small"
            >
              {SAMMELAKTE[name]}
            </Button>
          ))}
        </div>
      )}
      {akt === null ? null : (
        <SammelDialog
          akt={akt}
          ids={ids}
          onClose={(said) => {
            setAkt(null)
            if (said === null) return
            setMeldung(said)
            toggleAll(false)
            router.refresh()
          }}
        />
      )}
    </section>
  )
}
