import type { Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import { pruefeDaten, type Bruchart, type Reihenfolgebruch } from '#core/rechtsnorm/reihenfolge.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { zeitbefund, type Fund, type Zeitbefund } from '#core/pruefung/zeitleisten/befunde.ts'
import { redaktionOfZeitgrenze, type Zeitpruefung } from '#core/pruefung/zeitleisten/stand.ts'

/**
 * Decision ≤ announcement ≤ in force: days of a Rechtsnorm and its Zeitgrenzen that come too early. That a text does is
 * said of the text, by `pruefeTextOhneRecht`.
 */
export const pruefeDatenfolge: Zeitpruefung = (stand) =>
  [...stand.rechtsnormen].flatMap(([id, rechtsnorm]) => [
    ...pruefeDaten({ rechtsnorm, zeitgrenze: null, textbeginne: [] }).map((bruch) =>
      befundOf(bruch, rechtsnorm, {
        gegenstand: { art: 'rechtsnorm', id },
        redaktionId: rechtsnorm.redaktionId ?? null,
      }),
    ),
    ...stand.zeitgrenzenOf(id).flatMap((zeitgrenze) =>
      pruefeDaten({ rechtsnorm, zeitgrenze, textbeginne: [] })
        .filter(({ art }) => OF_ZEITGRENZE.has(art))
        .map((bruch) =>
          befundOf(
            bruch,
            rechtsnorm,
            {
              gegenstand: { art: 'zeitgrenze', id: zeitgrenze.id },
              redaktionId: redaktionOfZeitgrenze(stand, zeitgrenze),
            },
            zeitgrenze,
          ),
        ),
    ),
  ])

const OF_ZEITGRENZE: ReadonlySet<Bruchart> = new Set([
  'inkrafttreten-vor-beschluss',
  'inkrafttreten-vor-bekanntmachung',
] as const)

function befundOf(
  { art, tag, fruehestens }: Reihenfolgebruch,
  { art: normart }: Rechtsnorm,
  place: Pick<Fund, 'gegenstand' | 'redaktionId'>,
  zeitgrenze?: Zeitgrenze,
): Zeitbefund {
  const ends = zeitgrenze?.art === 'ausserkrafttreten'
  const [was, vor] = WORTE[art]
  return zeitbefund('daten-ungeordnet', {
    ...place,
    seit: tag,
    // Other days are another breach: who let the one pass has not seen the other.
    naeher: `${art}|${tag}|${fruehestens}`,
    angaben: {
      was: ends ? 'Das Außerkrafttreten' : was,
      vor: normart === 'satzung' ? vor : vor.replace('Bekanntmachung', 'Verkündung'),
      tag,
      fruehestens,
    },
  })
}

const WORTE: Readonly<Record<Bruchart, readonly [string, string]>> = {
  'bekanntmachung-vor-beschluss': ['Die Verkündung oder Bekanntmachung', 'dem Beschluss'],
  'vollendung-vor-bekanntmachung': ['Die Vollendung der Bekanntmachung', 'ihrem Beginn'],
  'inkrafttreten-vor-beschluss': ['Das Inkrafttreten', 'dem Beschluss'],
  'inkrafttreten-vor-bekanntmachung': ['Das Inkrafttreten', 'der Bekanntmachung'],
  'text-vor-inkrafttreten': ['Der Text', 'dem Inkrafttreten'],
}
