import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { asBerichtigung, type Umfang } from '#core/fassung/berichtigen.ts'
import { auswirkungOf, type Auswirkung } from '#core/log/auswirkung.ts'
import { newestFolgenummer, reiheKey, whatIf, type Chronik } from '#core/log/chronik.ts'
import type { Clock, CurrentChronik } from '#ports/log.ts'
import type { LoadPulttext } from '#ports/pult.ts'

/** What the preview needs from the house: nothing that writes. */
export type CorrectionPreviewPorts = {
  readonly clock: Clock
  readonly chronik: CurrentChronik
  readonly loadPulttext: LoadPulttext
}

/** What confirming a correction would do to its row of texts; it is not about the day of a law. */
export type Berichtigungsvorschau = Auswirkung & {
  readonly vorher: null
  readonly nachher: null
  readonly istBerichtigung: false
  readonly bekannt: null
  /** The log as it would be. */
  readonly chronik: Chronik
}

/**
 * What `correctFassung` would do today. Problems: those of `loadPulttext` and `asBerichtigung`. The words are not looked
 * at: only the days matter here.
 */
export async function previewCorrection(
  ports: CorrectionPreviewPorts,
  id: string,
  umfang: Umfang,
): Promise<Result<Berichtigungsvorschau>> {
  const text = await ports.loadPulttext(id)
  if (!text.ok) return text
  if (text.value.art !== 'fassung') return failed(problem('fassung-is-not-released', 'Berichtigt'))
  const chronik = await ports.chronik()
  const entwurf = asBerichtigung(text.value.entwurf, umfang, chronik, ports.clock().heute)
  if (!entwurf.ok) return entwurf
  const { inhalt: _inhalt, ...kopf } = entwurf.value
  const hypothetical = whatIf(chronik, [
    { klasse: 'fassung', fassung: { ...kopf, inhalt: '' }, pult: null },
  ])
  const auswirkung = auswirkungOf(
    { chronik, kenntnisstand: newestFolgenummer(chronik) },
    { chronik: hypothetical, kenntnisstand: newestFolgenummer(hypothetical) },
    [`reihe|${reiheKey(kopf)}`],
  )
  return success({
    ...auswirkung,
    vorher: null,
    nachher: null,
    istBerichtigung: false,
    bekannt: null,
    chronik: hypothetical,
  })
}
