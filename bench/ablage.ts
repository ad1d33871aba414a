import { festerTag } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import { REDAKTION, type Datensatz } from './daten.ts'
import type { Haus } from './haus.ts'
import { timed } from './messen.ts'
import { melde, zahlText } from './tabelle.ts'

const EINTRAEGE = 200

/** The append alone: what remains of a release without checks and documents. */
export async function messeAblage({ ports }: Haus, { leistungen }: Datensatz): Promise<void> {
  const [inhalt = ''] = await ports.putInhalte([{}])
  const append = (index: number) =>
    ports.append({
      zeitpunkt: ports.clock().zeitpunkt,
      art: 'freigabe',
      von: 'bench',
      grund: null,
      schluessel: `bench|${index}`,
      aussagen: [
        {
          klasse: 'fassung',
          pult: null,
          fassung: {
            id: `bench-${index}`,
            leistungId: leistungen[index % leistungen.length]?.id ?? '',
            ebene: 'land',
            gebietId: 'g-13',
            redaktionId: REDAKTION,
            beginn: festerTag(day('2030-01-01')),
            ende: null,
            danach: 'nichts',
            basis: null,
            berichtigt: null,
            rechtsnormIds: [],
            inhalt,
          },
        },
      ],
    })
  const { ms } = await timed(async () => {
    for (let index = 0; index < EINTRAEGE; index += 1) {
      const appended = await append(index)
      if (!appended.ok) throw new Error(JSON.stringify(appended.problems))
    }
  })
  melde('Nur anhängen', `${zahlText((EINTRAEGE / ms) * 1000, 0)} je Sekunde (${EINTRAEGE})`)
}
