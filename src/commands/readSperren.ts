import { success, type Result } from '#core/ergebnis.ts'
import { pruefeSperren, sperrenUeber, type Sperrlage } from '#core/fassung/sperrlage.ts'
import { gebieteOn, newestPair } from '#core/log/snapshot.ts'
import type { Befund } from '#core/pruefung/befund.ts'
import type { Clock, CurrentChronik } from '#ports/log.ts'
import type { LoadPulttext } from '#ports/pult.ts'

/** The locks above a text at the desk, and what of its words they keep from being shown. */
export type Sperrauskunft = {
  readonly sperren: readonly Sperrlage[]
  readonly warnungen: readonly Befund[]
}

/**
 * Reads which modules of a text layers above have locked. A language variant follows its text. Problems: those of
 * `LoadPulttext`.
 */
export async function readSperren(
  ports: {
    readonly clock: Clock
    readonly chronik: CurrentChronik
    readonly loadPulttext: LoadPulttext
  },
  { id }: { readonly id: string },
): Promise<Result<Sperrauskunft>> {
  const text = await ports.loadPulttext(id)
  if (!text.ok) return text
  if (text.value.art === 'variante') return success({ sperren: [], warnungen: [] })
  const { entwurf } = text.value
  const chronik = await ports.chronik()
  const gebiete = gebieteOn(chronik, newestPair(chronik, ports.clock().heute))
  const sperren = sperrenUeber(entwurf, chronik, gebiete)
  return success({ sperren, warnungen: pruefeSperren(entwurf.inhalt, sperren) })
}
