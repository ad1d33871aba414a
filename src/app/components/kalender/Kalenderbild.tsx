import type { ReactNode } from 'react'
import type { OffeneZeitgrenze } from '#core/log/kommendeTage.ts'
import { formatDayLong, formatMonth } from '#core/zeit/deutsch.ts'
import type { Zeitgrenzenstand } from '#core/rechtsnorm/zeitgrenze.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { Skala } from '#core/zeit/skala.ts'
import { erwartet, kurz, radiusOf, spreadLabels, stackLabels } from './anordnung.ts'
import type { Kalendertag } from './kalendertage.ts'
import { anzahl, standOf } from './saetze.ts'

/** What the picture draws. Beside it stands the list that says the same, so it is hidden from those who do not see it. */
export type BildProps = {
  readonly skala: Skala
  readonly tage: readonly Kalendertag[]
  readonly offen: readonly OffeneZeitgrenze[]
  readonly nameOf: (rechtsnormId: string) => string
  /** How many drafts hang on a Zeitgrenze. */
  readonly entwuerfeAn: (zeitgrenzeId: string) => number
  readonly hrefOfTag: (tag: CalendarDay) => string
  readonly hrefOfZeitgrenze: (id: string) => string
}

/** More of them stand in the list only. */
const OPEN_SHOWN = 8
/** About the width of a letter of the picture, of its own units. */
const LETTER = 8
const BOLD = 9

const WIDTH = 1060
const LEFT = 30
const RIGHT = WIDTH - 30
const LABEL_ROWS = 3
const LABEL_HEIGHT = 42
const BELOW_AXIS = 130
const OPEN_HEIGHT = 46

/** The coming days from left to right. */
export function Kalenderbild({
  skala,
  tage,
  offen,
  nameOf,
  entwuerfeAn,
  hrefOfTag,
  hrefOfZeitgrenze,
}: BildProps): ReactNode {
  const xOf = (tag: CalendarDay): number => LEFT + skala.positionOf(tag) * (RIGHT - LEFT)
  const shown = tage.filter(({ tag }) => tag <= skala.bis)
  const open = offen.slice(0, OPEN_SHOWN)
  const labels = stackLabels(
    shown.map((was) => {
      const length = Math.max(formatDayLong(was.tag).length * 1.06, lineOf(was).length)
      const gewicht = was.texte.length + was.entwuerfe.length
      return { was, mitte: xOf(was.tag), breite: length * LETTER + 12, gewicht }
    }),
    { von: 0, bis: WIDTH, reihen: LABEL_ROWS },
  )
  const rows = labels.reduce((most, { reihe }) => Math.max(most, reihe + 1), 0)
  const axis = rows * LABEL_HEIGHT + 60
  const openTop = axis + BELOW_AXIS
  const height = open.length === 0 ? axis + 70 : openTop + open.length * OPEN_HEIGHT + 10
  return (
    <svg
      aria-hidden="true"
      className="stichtag-bild stichtag-bild--breit"
      viewBox={`0 0 ${WIDTH} ${height}`}
    >
      {open.length === 0 ? null : (
        <rect
          className="stichtag-bild__flaeche"
          height={height - openTop + 36}
          rx="6"
          width={WIDTH}
          x="0"
          y={openTop - 36}
        />
      )}
      {skala.monate.map(({ tag }) => (
        <g className="stichtag-bild__monat" key={tag}>
          <line x1={xOf(tag)} x2={xOf(tag)} y1={axis - 6} y2={height} />
          {isNamed(tag, skala) && xOf(tag) < RIGHT - 20 ? (
            <text x={xOf(tag) + 5} y={axis + 58}>
              {monthOf(tag, skala)}
            </text>
          ) : null}
        </g>
      ))}
      <line className="stichtag-bild__achse" x1={LEFT} x2={RIGHT} y1={axis} y2={axis} />
      <g className="stichtag-bild__heute">
        <line x1={LEFT} x2={LEFT} y1={axis - 20} y2={height} />
        <text x={LEFT + 6} y={axis + 32}>
          Heute
        </text>
      </g>
      {labels.map(({ was, mitte, reihe }) => (
        <polyline
          className="stichtag-bild__stiel"
          key={was.tag}
          points={`${mitte},${labelY(axis, reihe) + 22} ${xOf(was.tag)},${axis - radiusOf(was.texte.length)}`}
        />
      ))}
      {labels.map(({ was, mitte, reihe }) => (
        <a className="stichtag-bild__schrift" href={hrefOfTag(was.tag)} key={was.tag} tabIndex={-1}>
          <text
            className="stichtag-bild__tag"
            textAnchor="middle"
            x={mitte}
            y={labelY(axis, reihe)}
          >
            {formatDayLong(was.tag)}
          </text>
          <text textAnchor="middle" x={mitte} y={labelY(axis, reihe) + 17}>
            {lineOf(was)}
          </text>
        </a>
      ))}
      {byWeight(shown).map((tag) => (
        <a href={hrefOfTag(tag.tag)} key={tag.tag} tabIndex={-1}>
          <Marke tag={tag} x={xOf(tag.tag)} y={axis} />
        </a>
      ))}
      {open.length === 0 ? null : (
        <g className="stichtag-bild__offen">
          <text className="stichtag-bild__tag" x={LEFT + 8} y={openTop - 14}>
            Noch ohne festen Tag
          </text>
          {open.map((each, index) => {
            const y = openTop + index * OPEN_HEIGHT + 16
            return (
              <a href={hrefOfZeitgrenze(each.zeitgrenze.id)} key={each.zeitgrenze.id} tabIndex={-1}>
                <Erwartet
                  each={each}
                  line={offenLine(each, entwuerfeAn(each.zeitgrenze.id))}
                  nameOf={nameOf}
                  skala={skala}
                  xOf={xOf}
                  y={y}
                />
              </a>
            )
          })}
        </g>
      )}
    </svg>
  )
}

/** Base line of a label above the axis. */
function labelY(axis: number, reihe: number): number {
  return axis - 20 - (reihe + 1) * LABEL_HEIGHT
}

function Erwartet({
  each: { zeitgrenze },
  line,
  nameOf,
  skala,
  xOf,
  y,
}: {
  readonly each: OffeneZeitgrenze
  readonly line: string
  readonly nameOf: BildProps['nameOf']
  readonly skala: Skala
  readonly xOf: (tag: CalendarDay) => number
  readonly y: number
}): ReactNode {
  const when = erwartet(zeitgrenze)
  const isShown = when !== null && when.bis > skala.ab && when.ab < skala.bis
  const from = isShown ? xOf(when.ab) : RIGHT
  const to = isShown ? Math.max(xOf(when.bis), from) : RIGHT
  const isRight = from > WIDTH * 0.55
  const x = isRight ? from - 20 : to + 20
  const room = isRight ? x - LEFT : RIGHT - x
  return (
    <>
      <title>{`${nameOf(zeitgrenze.rechtsnormId)}: ${line}`}</title>
      {isShown && to - from > 4 ? (
        <rect
          className="stichtag-bild__zeitraum"
          height="22"
          rx="11"
          width={to - from}
          x={from}
          y={y - 11}
        />
      ) : (
        <Raute stand={zeitgrenze.stand} x={from} y={y} />
      )}
      <text className="stichtag-bild__tag" textAnchor={isRight ? 'end' : 'start'} x={x} y={y - 3}>
        {kurz(nameOf(zeitgrenze.rechtsnormId), Math.floor(room / BOLD))}
      </text>
      <text textAnchor={isRight ? 'end' : 'start'} x={x} y={y + 14}>
        {kurz(line, Math.floor(room / LETTER))}
      </text>
    </>
  )
}

/** A day that is only expected; a condition has a question mark instead of one. */
function Raute({
  stand,
  x,
  y,
}: {
  readonly stand: Zeitgrenzenstand
  readonly x: number
  readonly y: number
}): ReactNode {
  return (
    <>
      <path
        className={`stichtag-bild__raute stichtag-bild__raute--${stand}`}
        d={`M ${x} ${y - 12} l 12 12 l -12 12 l -12 -12 z`}
      />
      {stand === 'unbestimmt' ? (
        <text className="stichtag-bild__zahl" textAnchor="middle" x={x} y={y + 5}>
          ?
        </text>
      ) : null}
    </>
  )
}

const NARROW = 360
const LINE = 44
const OPEN_LINE = 66
/** The upright axis, and where labels begin beside it. */
const STEM = 96
const LABEL = 132
const PER_MONTH = 44
const ROOM = Math.floor((NARROW - LABEL) / LETTER)
const OPEN_ROOM = NARROW - 56

/** The coming days from top to bottom, for narrow screens. */
export function KalenderbildHochkant({
  skala,
  tage,
  offen,
  nameOf,
  entwuerfeAn,
  hrefOfTag,
  hrefOfZeitgrenze,
}: BildProps): ReactNode {
  const length = skala.monate.length * PER_MONTH
  const yOf = (tag: CalendarDay): number => 44 + skala.positionOf(tag) * length
  const shown = tage.filter(({ tag }) => tag <= skala.bis)
  const open = offen.slice(0, OPEN_SHOWN)
  const labels = spreadLabels(shown.map((was) => ({ was, y: yOf(was.tag), hoehe: LINE })))
  const end = Math.max(44 + length, (labels.at(-1)?.y ?? 0) + LINE)
  const openTop = end + 34
  const height = open.length === 0 ? end + 10 : openTop + 34 + open.length * OPEN_LINE
  return (
    <svg
      aria-hidden="true"
      className="stichtag-bild stichtag-bild--schmal"
      viewBox={`0 0 ${NARROW} ${height}`}
    >
      {skala.monate.map(({ tag }) => (
        <g className="stichtag-bild__monat" key={tag}>
          <line x1={STEM - 14} x2={STEM + 14} y1={yOf(tag)} y2={yOf(tag)} />
          <text textAnchor="end" x={STEM - 24} y={yOf(tag) + 5}>
            {monthOf(tag, skala)}
          </text>
        </g>
      ))}
      <line className="stichtag-bild__achse" x1={STEM} x2={STEM} y1="44" y2={44 + length} />
      <g className="stichtag-bild__heute">
        <line x1={STEM - 22} x2={STEM + 22} y1="44" y2="44" />
        <text textAnchor="middle" x={STEM} y="32">
          Heute
        </text>
      </g>
      {labels.map(({ was, mark, y }) => (
        <g className="stichtag-bild__schrift" key={was.tag}>
          <polyline
            className="stichtag-bild__stiel"
            points={`${STEM},${mark} ${LABEL - 8},${y + 2}`}
          />
          <a href={hrefOfTag(was.tag)} tabIndex={-1}>
            <Marke tag={was} x={STEM} y={mark} />
            <text className="stichtag-bild__tag" x={LABEL} y={y}>
              {formatDayLong(was.tag)}
            </text>
            <text x={LABEL} y={y + 17}>
              {kurz(lineOf(was), ROOM)}
            </text>
          </a>
        </g>
      ))}
      {open.length === 0 ? null : (
        <g className="stichtag-bild__offen">
          <rect
            className="stichtag-bild__flaeche"
            height={height - openTop + 26}
            rx="6"
            width={NARROW}
            x="0"
            y={openTop - 26}
          />
          <text className="stichtag-bild__tag" x="12" y={openTop}>
            Noch ohne festen Tag
          </text>
          {open.map((each, index) => {
            const { id, rechtsnormId, stand } = each.zeitgrenze
            const y = openTop + 34 + index * OPEN_LINE
            return (
              <a href={hrefOfZeitgrenze(id)} key={id} tabIndex={-1}>
                <Raute stand={stand} x={24} y={y} />
                <text className="stichtag-bild__tag" x="48" y={y - 4}>
                  {kurz(nameOf(rechtsnormId), Math.floor(OPEN_ROOM / BOLD))}
                </text>
                <text x="48" y={y + 13}>
                  {kurz(standOf(each.zeitgrenze), Math.floor(OPEN_ROOM / LETTER))}
                </text>
                <text x="48" y={y + 30}>
                  {waitingLine(each, entwuerfeAn(id)) ?? 'Nichts wartet'}
                </text>
              </a>
            )
          })}
        </g>
      )}
    </svg>
  )
}

function Marke({
  tag,
  x,
  y,
}: {
  readonly tag: Kalendertag
  readonly x: number
  readonly y: number
}): ReactNode {
  const texte = tag.texte.length
  const radius = radiusOf(texte)
  return (
    <>
      <title>{`${formatDayLong(tag.tag)}: ${lineOf(tag)}`}</title>
      {tag.entwuerfe.length === 0 ? null : (
        <circle className="stichtag-bild__ring" cx={x} cy={y} r={radius + 5} />
      )}
      <circle
        className={texte === 0 ? 'stichtag-bild__punkt--leer' : 'stichtag-bild__punkt'}
        cx={x}
        cy={y}
        r={radius}
      />
      {radius < 11 ? null : (
        <text className="stichtag-bild__zahl" textAnchor="middle" x={x} y={y + 5}>
          {texte}
        </text>
      )}
    </>
  )
}

/** What switches on a day, in a few words. */
function lineOf(tag: Kalendertag): string {
  const { texte, varianten, objekte, entwuerfe, ausgesetzt } = tag
  const parts = [
    anzahl(texte.length, 'Text', 'Texte'),
    anzahl(varianten.length, 'Sprachfassung', 'Sprachfassungen'),
    anzahl(objekte.length, 'Angabe', 'Angaben'),
    anzahl(entwuerfe.length, 'Entwurf', 'Entwürfe'),
    anzahl(ausgesetzt.length, 'ausgesetzt', 'ausgesetzt'),
  ].filter((part) => part !== null)
  return parts.length === 0 ? 'noch kein Text' : parts.join(', ')
}

function offenLine(each: OffeneZeitgrenze, entwuerfe: number): string {
  const waiting = waitingLine(each, entwuerfe)
  // What waits comes first: a condition may be too long for its place.
  return [waiting, standOf(each.zeitgrenze)].filter((part) => part !== null).join('. ')
}

function waitingLine({ anhang }: OffeneZeitgrenze, entwuerfe: number): string | null {
  const parts = [
    anzahl(anhang.texte.length, 'Text wartet', 'Texte warten'),
    anzahl(anhang.objekte.length, 'Angabe wartet', 'Angaben warten'),
    anzahl(entwuerfe, 'Entwurf', 'Entwürfe'),
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(', ')
}

/** Large marks first, so that none hides a small one. */
function byWeight(tage: readonly Kalendertag[]): readonly Kalendertag[] {
  return [...tage].sort((left, right) => right.texte.length - left.texte.length)
}

/** Where months are narrow, only the first of each quarter has room for its name. */
function isNamed(tag: CalendarDay, skala: Skala): boolean {
  return skala.monate.length <= 16 || (Number(tag.slice(5, 7)) - 1) % 3 === 0
}

/** `Dez.`, with the year where one begins and at the start. */
function monthOf(tag: CalendarDay, skala: Skala): string {
  const name = formatMonth(tag).split(' ')[0] ?? ''
  const short = name.length <= 4 ? name : `${name.slice(0, 3)}.`
  const isFirst = skala.monate[0]?.tag === tag
  return isFirst || tag.slice(5, 7) === '01' ? `${short} ${tag.slice(0, 4)}` : short
}
