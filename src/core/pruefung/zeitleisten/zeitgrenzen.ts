import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { firstDayOf } from '#core/rechtsnorm/zeitraum.ts'
import { fassungGegenstand, zeitbefund } from '#core/pruefung/zeitleisten/befunde.ts'
import { objektschluessel, redaktionOfObjekt } from '#core/pruefung/zeitleisten/objekte.ts'
import { reaches } from '#core/pruefung/zeitleisten/rechtsgrundlage.ts'
import {
  ersterTag,
  haengendeTexte,
  rechtsnormName,
  redaktionOfZeitgrenze,
  tagOf,
  type Pruefstand,
  type Zeitpruefung,
} from '#core/pruefung/zeitleisten/stand.ts'
import type { Anker } from '#core/rechtsnorm/anker.ts'
import {
  addDays,
  firstOfFollowingMonth,
  firstOfFollowingQuarter,
  addMonths,
  nextDay,
  type CalendarDay,
} from '#core/zeit/day.ts'

/** A Zeitgrenze is left without a bestimmt day for more than so many days before it is called to mind. */
const EIN_JAHR = 366

/** A Zeitgrenze on which released texts hang, and which has been geplant, geschaetzt or unbestimmt for more than a year. */
export const pruefeLangeOffene: Zeitpruefung = (stand) =>
  stand.zeitgrenzen.flatMap((zeitgrenze) => {
    if (zeitgrenze.stand === 'bestimmt' || zeitgrenze.stand === 'abgesagt') return []
    const erster = unchangedSince(stand, zeitgrenze)
    const seit = addDays(erster, EIN_JAHR)
    if (seit > stand.heute) return []
    const texte = haengendeTexte(stand, zeitgrenze.id).length
    if (texte === 0) return []
    return [
      zeitbefund('anker-lange-offen', {
        gegenstand: { art: 'zeitgrenze', id: zeitgrenze.id },
        redaktionId: redaktionOfZeitgrenze(stand, zeitgrenze),
        seit,
        angaben: { erster, stand: STAENDE[zeitgrenze.stand], texte },
      }),
    ]
  })

const STAENDE = { geplant: 'geplant', geschaetzt: 'geschätzt', unbestimmt: 'unbestimmt' } as const

/** The day of the first entry since which the Zeitgrenze has not been bestimmt, or has been abgesagt. */
function unchangedSince(stand: Pruefstand, zeitgrenze: Zeitgrenze): CalendarDay {
  const belege = (stand.chronik.zeitgrenzen.get(zeitgrenze.id) ?? []).filter(
    ({ folgenummer }) => folgenummer <= stand.kenntnisstand,
  )
  const isOther = ({ wert }: { readonly wert: Zeitgrenze }): boolean =>
    zeitgrenze.stand === 'abgesagt' ? wert.stand !== 'abgesagt' : wert.stand === 'bestimmt'
  return tagOf(stand, belege[belege.findLastIndex(isOther) + 1]?.folgenummer ?? 1)
}

/** A planned day, or an estimated month, quarter or year, that has passed without an announcement. */
export const pruefeVerstrichene: Zeitpruefung = (stand) =>
  stand.zeitgrenzen.flatMap((zeitgrenze) => {
    const seit = overSince(zeitgrenze)
    if (seit === null || seit > stand.heute) return []
    return [
      zeitbefund('planung-verstrichen', {
        gegenstand: { art: 'zeitgrenze', id: zeitgrenze.id },
        redaktionId: redaktionOfZeitgrenze(stand, zeitgrenze),
        seit,
        naeher: seit,
        angaben: {
          rechtsnorm: rechtsnormName(stand, zeitgrenze.rechtsnormId),
          texte: haengendeTexte(stand, zeitgrenze.id).length,
        },
      }),
    ]
  })

/** The first day after the plan; null where there is none. */
function overSince(zeitgrenze: Zeitgrenze): CalendarDay | null {
  if (zeitgrenze.stand === 'geplant') return nextDay(zeitgrenze.tag)
  if (zeitgrenze.stand !== 'geschaetzt') return null
  const erster = firstDayOf(zeitgrenze.zeitraum)
  if (zeitgrenze.zeitraum.includes('Q')) return firstOfFollowingQuarter(erster)
  return zeitgrenze.zeitraum.length === 4 ? addMonths(erster, 12) : firstOfFollowingMonth(erster)
}

/** Released texts and saved states that hang on a law that failed (zeit.md, rule 8). */
export const pruefeAbgesagte: Zeitpruefung = (stand) => [
  ...stand.zeitgrenzen
    .filter(({ stand: sicherheit }) => sicherheit === 'abgesagt')
    .flatMap((zeitgrenze) =>
      haengendeTexte(stand, zeitgrenze.id).map(({ id, redaktionId }) =>
        zeitbefund('anker-abgesagt', {
          gegenstand: fassungGegenstand(id),
          redaktionId,
          ...absage(stand, zeitgrenze),
        }),
      ),
    ),
  ...objektschluessel(stand).flatMap((key) => {
    const objekt = stand.chronik.objekte
      .get(key)
      ?.findLast(({ folgenummer }) => folgenummer <= stand.kenntnisstand)?.wert
    if (!objekt) return []
    const zeitgrenze = [objekt.beginn, objekt.ende]
      .flatMap((anker) => zeitgrenzeOf(stand, anker))
      .find((each) => each.stand === 'abgesagt')
    if (!zeitgrenze) return []
    const { art, id } = objekt
    return [
      zeitbefund('anker-abgesagt', {
        gegenstand: { art, id },
        redaktionId: redaktionOfObjekt(stand, objekt),
        ...absage(stand, zeitgrenze),
      }),
    ]
  }),
]

function absage(stand: Pruefstand, zeitgrenze: Zeitgrenze) {
  return {
    seit: unchangedSince(stand, zeitgrenze),
    naeher: zeitgrenze.id,
    angaben: { rechtsnorm: rechtsnormName(stand, zeitgrenze.rechtsnormId) },
  }
}

function zeitgrenzeOf({ zeitgrenze }: Pruefstand, anker: Anker | null): readonly Zeitgrenze[] {
  if (anker?.art !== 'zeitgrenze') return []
  const found = zeitgrenze(anker.zeitgrenzeId)
  return found ? [found] : []
}

/** A text that hangs on a Teilinkrafttreten which does not reach its area: there, its law does not begin on that day. */
export const pruefeTeilinkrafttreten: Zeitpruefung = (stand) =>
  stand.zeitgrenzen
    .filter(({ art, gebietIds, stand: sicherheit }) => {
      return art === 'teilinkrafttreten' && gebietIds !== undefined && sicherheit !== 'abgesagt'
    })
    .flatMap((zeitgrenze) =>
      haengendeTexte(stand, zeitgrenze.id)
        .filter(
          ({ beginn }) => beginn.art === 'zeitgrenze' && beginn.zeitgrenzeId === zeitgrenze.id,
        )
        .map((text) => ({ text, tag: ersterTag(stand, text) }))
        .filter(({ text, tag }) => !reaches(stand, zeitgrenze, text, tag))
        .map(({ text, tag }) =>
          zeitbefund('teilinkrafttreten-ausserhalb', {
            gegenstand: fassungGegenstand(text.id),
            redaktionId: text.redaktionId,
            seit: tag,
            naeher: zeitgrenze.id,
            angaben: { rechtsnorm: rechtsnormName(stand, zeitgrenze.rechtsnormId) },
          }),
        ),
    )
