import { success, type Result } from '#core/ergebnis.ts'
import type { FassungId, Freigegeben, Inhaltshash } from '#core/fassung/fassung.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import { rueckfall, type Rueckfall } from '#core/fassung/rebase.ts'
import type { Aussetzungsgrund } from '#core/fassung/reihe.ts'
import { isBuiltOn, spaetereOf, vorgaengerOf } from '#core/fassung/spaetere.ts'
import { lageIn, type Lage } from '#core/log/auswirkung.ts'
import { newestFolgenummer, reiheKey, whatIf, type Chronik } from '#core/log/chronik.ts'
import { reiheAt } from '#core/log/snapshot.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { Clock, CurrentChronik, GetInhalte, HashInhalt } from '#ports/log.ts'
import type { LoadPulttext } from '#ports/pult.ts'

/** What the command needs from the house. */
export type PreviewReleasePorts = {
  readonly clock: Clock
  readonly chronik: CurrentChronik
  readonly loadPulttext: LoadPulttext
  readonly getInhalte: GetInhalte
  readonly hash: HashInhalt
}

/** What releasing a draft would do to the other texts of its row. */
export type Freigabevorschau = {
  /** The texts that come after it; `module`: where they would fall back behind it, see `rueckfall`. */
  readonly spaetere: readonly SpaetererText[]
  /** The text that has the same day already: the draft would be ausgesetzt. */
  readonly selberTag: FassungId | null
  /** The draft begins before what it was written on top of: it would be ausgesetzt. */
  readonly vorGrundlage: boolean
  /** Why the draft would be ausgesetzt, these two included; null: it would hold or wait. */
  readonly ausgesetzt: Aussetzungsgrund | null
}

/** A text that comes after the released one; `ab` null: its day is not bestimmt. */
export type SpaetererText = {
  readonly fassungId: FassungId
  readonly ab: CalendarDay | null
  readonly zustand: Lage['zustand']
  readonly module: readonly Rueckfall[]
}

/**
 * What releasing this draft would do to the row that it joins. Nothing falls back behind a draft that would be ausgesetzt: it
 * does not hold. A language variant has no days of its own and does nothing. Problems: those of `LoadPulttext`.
 */
export async function previewRelease(
  ports: PreviewReleasePorts,
  { id }: { readonly id: string },
): Promise<Result<Freigabevorschau>> {
  const text = await ports.loadPulttext(id)
  if (!text.ok) return text
  if (text.value.art === 'variante')
    return success({ spaetere: [], selberTag: null, vorGrundlage: false, ausgesetzt: null })
  const { inhalt, ...kopf } = text.value.entwurf
  const fassung = { ...kopf, inhalt: ports.hash(inhalt) }
  const chronik = whatIf(await ports.chronik(), [{ klasse: 'fassung', fassung, pult: null }])
  const reihe = reiheAt(chronik, reiheKey(fassung), newestFolgenummer(chronik))
  const { grund } = lageIn(reihe, id)
  const { heute } = ports.clock()
  return success({
    spaetere: grund ? [] : await rueckfaelleBehind(ports, chronik, { fassung, inhalt, heute }),
    selberTag: grund?.art === 'selber-tag' ? grund.mit : null,
    vorGrundlage: grund?.art === 'vor-grundlage',
    ausgesetzt: grund,
  })
}

/** The texts that come after a text of the row, with the modules in which they fall back behind it. */
export async function rueckfaelleBehind(
  { getInhalte }: Pick<PreviewReleasePorts, 'getInhalte'>,
  chronik: Chronik,
  {
    fassung,
    inhalt,
    heute,
  }: {
    readonly fassung: Freigegeben
    readonly inhalt: FassungInhalt
    readonly heute: CalendarDay
  },
): Promise<readonly SpaetererText[]> {
  const spaetere = spaetereOf(chronik, fassung, heute)
  // Where nothing was there before, there is nothing to fall back to.
  const basis = hashOf(chronik, vorgaengerOf(chronik, fassung))
  const wanted = [...spaetere.map(({ beleg }) => beleg.wert.inhalt), ...(basis ? [basis] : [])]
  const inhalte = await getInhalte([...new Set(wanted)])
  const wordsOf = (hash: Inhaltshash): FassungInhalt => inhalte.get(hash) as FassungInhalt
  return spaetere.map(({ beleg, ab, lage }) => ({
    fassungId: beleg.wert.id,
    ab,
    zustand: lage.zustand,
    module:
      basis === null || isBuiltOn(chronik, beleg.wert, fassung.id)
        ? []
        : rueckfall({
            basis: wordsOf(basis),
            frueher: inhalt,
            spaeter: wordsOf(beleg.wert.inhalt),
          }),
  }))
}

function hashOf(chronik: Chronik, id: FassungId | null): Inhaltshash | null {
  return id === null ? null : (chronik.fassungen.get(id)?.wert.inhalt ?? null)
}
