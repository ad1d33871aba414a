import {
  pathTo,
  type Ebene,
  type Gebiet,
  type GebietId,
  type Gebiete,
} from '#core/gebiet/gebiet.ts'
import type { Leistung } from '#core/leistung/leistung.ts'
import { newestFolgenummer, latest, type Chronik } from '#core/log/chronik.ts'

/** The areas of one layer, by name. */
export type Gebietsgruppe = { readonly titel: string; readonly gebiete: readonly Gebiet[] }

const GRUPPEN: readonly { readonly ebene: Ebene; readonly titel: string }[] = [
  { ebene: 'gemeinde', titel: 'Gemeinden' },
  { ebene: 'amt', titel: 'Ämter' },
  { ebene: 'kreis', titel: 'Landkreise' },
  { ebene: 'land', titel: 'Land' },
]

/** The areas that a person may ask about, grouped as a list shows them. `eigene` null: all. */
export function gebietsgruppen(
  gebiete: Gebiete,
  eigene: readonly GebietId[] | null,
): readonly Gebietsgruppe[] {
  const allowed = [...gebiete.byId.values()].filter(({ id }) => liegtIn(gebiete, id, eigene))
  return GRUPPEN.flatMap(({ ebene, titel }) => {
    const there = allowed.filter((each) => each.ebene === ebene).sort(byName)
    return there.length === 0 ? [] : [{ titel, gebiete: there }]
  })
}

/** Whether the area is one of these or lies in one of them; null: there is no limit. */
export function liegtIn(
  gebiete: Gebiete,
  id: GebietId,
  eigene: readonly GebietId[] | null,
): boolean {
  return eigene === null || pathTo(gebiete, id).some((each) => eigene.includes(each.id))
}

/** What somebody wrote for a Leistung: exactly one, several that it may mean, or none. */
export type Leistungswahl =
  | { readonly art: 'eine'; readonly leistung: Leistung }
  | { readonly art: 'mehrere'; readonly leistungen: readonly Leistung[]; readonly anzahl: number }
  | { readonly art: 'keine' }

/** More than these nobody reads. */
const MAX_CHOICES = 20

/** The Leistungen as the log last said them, by name. */
export function leistungenOf(chronik: Chronik): readonly Leistung[] {
  const kenntnisstand = newestFolgenummer(chronik)
  const found: Leistung[] = []
  for (const [key, belege] of chronik.objekte) {
    if (!key.startsWith('leistung|')) continue
    const objekt = latest(belege, kenntnisstand)?.wert
    if (objekt?.art === 'leistung') found.push(objekt.wert)
  }
  return found.sort(byName)
}

/** Finds a Leistung by its id, its Leistungsschluessel, its name, or a part of its name. */
export function findLeistung(leistungen: readonly Leistung[], written: string): Leistungswahl {
  const text = written.trim()
  const byId = leistungen.find(({ id }) => id === text)
  if (byId) return { art: 'eine', leistung: byId }
  const lower = text.toLocaleLowerCase('de')
  const nameOf = ({ name }: Leistung): string => name.toLocaleLowerCase('de')
  const exact = leistungen.filter(
    (each) => each.leistungsschluessel.includes(text) || nameOf(each) === lower,
  )
  const found = exact.length > 0 ? exact : leistungen.filter((each) => nameOf(each).includes(lower))
  const [first] = found
  if (!first) return { art: 'keine' }
  if (found.length === 1) return { art: 'eine', leistung: first }
  return { art: 'mehrere', leistungen: found.slice(0, MAX_CHOICES), anzahl: found.length }
}

function byName(left: { readonly name: string }, right: { readonly name: string }): number {
  return left.name.localeCompare(right.name, 'de')
}
