import { isLuecke } from '#core/fassung/reihe.ts'
import { fassungGegenstand, zeitbefund } from '#core/pruefung/zeitleisten/befunde.ts'
import { fassungOf, reihenOf, type Zeitpruefung } from '#core/pruefung/zeitleisten/stand.ts'

/**
 * Days on which nothing is offered, and nobody has said so (zeit.md, rule 6): between two texts always, after the last one
 * unless it says that nothing follows. A withdrawal that ends the service has said it in either case.
 */
export const pruefeLuecken: Zeitpruefung = (stand) =>
  [...reihenOf(stand)].flatMap(({ reihe }) =>
    reihe.pausen
      .filter((pause) => isLuecke(pause) && (pause.bis === null || pause.bis > stand.heute))
      .map(({ nach, ab, bis }) =>
        zeitbefund('luecke', {
          gegenstand: fassungGegenstand(nach),
          redaktionId: fassungOf(stand, nach).redaktionId,
          seit: ab,
          naeher: ab,
          angaben: bis === null ? {} : { bis },
        }),
      ),
  )
