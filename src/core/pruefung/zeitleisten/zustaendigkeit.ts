import type { LeistungId } from '#core/fassung/fassung.ts'
import { pathTo, type Gebiet, type Gebiete, type GebietId } from '#core/gebiet/gebiet.ts'
import { objektKey } from '#core/log/chronik.ts'
import { objektreiheAt, type Objektabschnitt } from '#core/log/snapshot.ts'
import { fassungGegenstand, zeitbefund } from '#core/pruefung/zeitleisten/befunde.ts'
import {
  abschnittOf,
  later,
  offeneAbschnitte,
  type Leistungspruefung,
  type Pruefreihe,
  type Pruefstand,
} from '#core/pruefung/zeitleisten/stand.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/**
 * Nobody answers for a Leistung on the day on which a text begins, or today (zeit.md, rule 12). Looked at are the
 * Gemeinden in the text's area, each through its own path; a text of the Land is well served by offices of its Ämter. Texts
 * of the Bund are not ours to serve.
 */
export const pruefeZustaendigkeiten: Leistungspruefung = (stand, reihen) => {
  const ours = reihen.filter(({ kopf }) => kopf.ebene !== 'bund')
  const [first] = ours
  if (!first) return []
  const { leistungId } = first.kopf
  const staende = zustaendigkeitenOf(stand, leistungId)
  const umfeld = { staende, served: createServed(staende, leistungId) }
  return ours.flatMap((reihe) => pruefeReihe(stand, reihe, umfeld))
}

/** The saved states of the Zustaendigkeiten of one Leistung, each laid out over the days. */
type Staende = readonly (readonly Objektabschnitt[])[]

function zustaendigkeitenOf(
  { chronik, kenntnisstand }: Pruefstand,
  leistungId: LeistungId,
): Staende {
  const said = chronik.zustaendigkeiten.get(objektKey({ art: 'leistung', id: leistungId })) ?? []
  const ids = new Set(said.map(({ wert }) => wert.id))
  return [...ids].map((id) =>
    objektreiheAt(chronik, objektKey({ art: 'zustaendigkeit', id }), kenntnisstand),
  )
}

function pruefeReihe(
  stand: Pruefstand,
  { kopf: { leistungId, gebietId }, reihe }: Pruefreihe,
  { staende, served }: Umfeld,
) {
  return offeneAbschnitte(reihe, stand.heute).flatMap(({ ab, beleg: { wert } }) => {
    const tag = later(ab, stand.heute)
    const there = served(tag)
    const gebiete = stand.gebiete(tag)
    if (pathTo(gebiete, gebietId).some(({ id }) => there.has(id))) return []
    const unserved = unservedIn(baumWith(gebiete), gebietId, there)
    const [first] = unserved
    if (!first) return []
    return [
      zeitbefund('zustaendigkeit-fehlt', {
        gegenstand: fassungGegenstand(wert.id),
        redaktionId: wert.redaktionId,
        seit: later(ab, lastEnd(staende, stand.heute) ?? ab),
        ziel: `/admin/collections/zustaendigkeiten?where[leistung][equals]=${encodeURIComponent(leistungId)}`,
        angaben: {
          gebiet: first.name,
          ...(unserved.length > 1 ? { weitere: unserved.length - 1 } : {}),
        },
      }),
    ]
  })
}

/** What all rows of a Leistung share. */
type Umfeld = { readonly staende: Staende; readonly served: Served }

/** The areas in which somebody answers on a day; each day is looked at once, however many texts ask. */
type Served = (tag: CalendarDay) => ReadonlySet<GebietId>

function createServed(staende: Staende, leistungId: LeistungId): Served {
  const known = new Map<CalendarDay, ReadonlySet<GebietId>>()
  return (tag) => {
    const found = known.get(tag) ?? servedOn(staende, leistungId, tag)
    known.set(tag, found)
    return found
  }
}

/** The areas in which an office or an online service answers for the Leistung on the day. */
function servedOn(
  staende: Staende,
  leistungId: LeistungId,
  tag: CalendarDay,
): ReadonlySet<GebietId> {
  return new Set(
    staende.flatMap((stand) => {
      const objekt = abschnittOf(stand, tag)?.beleg.wert
      if (objekt?.art !== 'zustaendigkeit') return []
      const { wert } = objekt
      const answers = wert.leistungId === leistungId && wert.rolle === 'zustaendige-stelle'
      return answers ? [wert.gebietId] : []
    }),
  )
}

/** Since when there is one less: the last day up to now on which a Zustaendigkeit ended. */
function lastEnd(staende: Staende, heute: CalendarDay): CalendarDay | null {
  const enden = staende.flatMap((stand) => stand.flatMap(({ bis }) => bis ?? []))
  return enden
    .filter((bis) => bis <= heute)
    .reduce<CalendarDay | null>((last, bis) => (last === null ? bis : later(last, bis)), null)
}

/** The areas of a day from above: whose parent is which. */
type Baum = { readonly gebiete: Gebiete; readonly children: ReadonlyMap<GebietId, Gebiet[]> }

const baeume = new WeakMap<Gebiete, Baum>()

/** The tree of these areas, made once however many Leistungen ask. */
function baumWith(gebiete: Gebiete): Baum {
  const found = baeume.get(gebiete) ?? baumOf(gebiete)
  baeume.set(gebiete, found)
  return found
}

function baumOf(gebiete: Gebiete): Baum {
  const children = new Map<GebietId, Gebiet[]>()
  for (const gebiet of gebiete.byId.values()) {
    if (gebiet.uebergeordnet === null) continue
    const siblings = children.get(gebiet.uebergeordnet)
    if (siblings) siblings.push(gebiet)
    else children.set(gebiet.uebergeordnet, [gebiet])
  }
  return { gebiete, children }
}

/**
 * The Gemeinden in an area for which nobody answers; an area that has none stands for itself. What is served is not looked
 * into, so the cost follows the number of offices and not of Gemeinden.
 */
function unservedIn(
  baum: Baum,
  gebietId: GebietId,
  served: ReadonlySet<GebietId>,
): readonly Gebiet[] {
  const own = baum.gebiete.byId.get(gebietId)
  if (!own) return []
  const found = gemeindenBelow(baum, own, served)
  if (found.length > 0) return found
  return gemeindenBelow(baum, own, new Set()).length === 0 ? [own] : []
}

function gemeindenBelow(
  { children }: Baum,
  top: Gebiet,
  without: ReadonlySet<GebietId>,
): readonly Gebiet[] {
  const found: Gebiet[] = []
  const seen = new Set<GebietId>()
  const open = [top]
  for (let next = open.pop(); next; next = open.pop()) {
    // A circle of areas is walked once.
    if (seen.has(next.id) || without.has(next.id)) continue
    seen.add(next.id)
    if (next.ebene === 'gemeinde') found.push(next)
    else open.push(...(children.get(next.id) ?? []))
  }
  return found.sort((left, right) => (left.name < right.name ? -1 : 1))
}
