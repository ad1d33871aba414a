import type { ServerProps } from 'payload'
import { newestFolgenummer, type Chronik } from '#core/log/chronik.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { addDays, type CalendarDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { newestPair, sameEintrag, snapshotOn } from '#core/log/snapshot.ts'
import { diffSnapshots } from '#core/delta/delta.ts'
import { chronikOfInstance, clockOf } from '#store/ports.ts'

/** The first thing an editor sees: which days are coming, and how many texts switch on each. */
export async function Start({ payload }: ServerProps) {
  const chronik = await chronikOfInstance(payload)()
  const { heute } = clockOf(payload)()
  const zeitgrenzen = currentZeitgrenzen(chronik)
  const tage = [
    ...new Set(
      zeitgrenzen.flatMap((each) =>
        each.stand === 'bestimmt' && each.tag > heute ? [each.tag] : [],
      ),
    ),
  ].sort()
  const offen = zeitgrenzen.filter(({ stand }) => stand !== 'bestimmt')
  return (
    <section aria-labelledby="stichtag-start" className="stichtag-start">
      <h2 id="stichtag-start">Was kommt</h2>
      <p>
        Heute ist der {formatDayLong(heute)}. Das Freigabeprotokoll steht bei Folgenummer{' '}
        {newestFolgenummer(chronik)}.
      </p>
      <ol>
        {tage.map((tag) => (
          <li key={tag}>
            <strong>{formatDayLong(tag)}</strong>
            {switching(chronik, tag)}
            <br />
            <a href={`/export/v1/leistungen?stichtag=${tag}&ars=13`}>Was gilt an diesem Tag?</a>
          </li>
        ))}
        {offen.map((each) => (
          <li className="offen" key={each.id}>
            <strong>{offenLabel(each)}</strong>
            <a href={`/admin/collections/zeitgrenzen/${each.id}`}>Zeitgrenze ansehen</a>
          </li>
        ))}
      </ol>
    </section>
  )
}

function currentZeitgrenzen(chronik: Chronik): readonly Zeitgrenze[] {
  return [...chronik.zeitgrenzen.values()].flatMap((belege) => belege.at(-1)?.wert ?? [])
}

function switching(chronik: Chronik, tag: CalendarDay): string {
  const before = snapshotOn(chronik, newestPair(chronik, addDays(tag, -1))).eintraege
  const after = snapshotOn(chronik, newestPair(chronik, tag)).eintraege
  const texte = diffSnapshots(before, after, sameEintrag).filter(({ key }) =>
    key.startsWith('fassung|'),
  )
  return texte.length === 1 ? 'Ein Text wechselt.' : `${texte.length} Texte wechseln.`
}

function offenLabel(zeitgrenze: Zeitgrenze): string {
  switch (zeitgrenze.stand) {
    case 'bestimmt':
      return formatDayLong(zeitgrenze.tag)
    case 'geplant':
      return `Geplant: ${formatDayLong(zeitgrenze.tag)}`
    case 'geschaetzt':
      return `Geschätzt: ${zeitgrenze.zeitraum}`
    case 'unbestimmt':
      return `Unbestimmt: ${zeitgrenze.bedingung}`
  }
}
