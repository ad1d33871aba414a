import type { ReactNode } from 'react'
import type { Bandabschnitt, Bandbild, Luecke, Strecke } from '#core/log/zeitband.ts'
import { formatDay, formatMonth } from '#core/zeit/deutsch.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { Skala } from '#core/zeit/skala.ts'
import { Rollbereich } from './Rollbereich.tsx'

const WIDTH = 1060
const LEFT = 12
/** Where time ends when a lane of what has no day stands beside it, and without one. */
const WITH_LANE = 880
const WITHOUT_LANE = WIDTH - 12
const LANE = WITH_LANE + 24
const BAND = 34
const TITLE = 24
const DAYS = 20
const HELD = 26
const LINE = 18
const GAP = 26
const TOP = 44
/** Half of what a narrow screen shows of the picture. */
const NARROW_HALF = 205
/** About the width of a letter of the picture, of its own units. */
const LETTER = 7.2

type Props = {
  readonly bilder: readonly { readonly bild: Bandbild; readonly titel: string }[]
  readonly skala: Skala
  readonly heute: CalendarDay
  /** Where a text is opened; null where the person may not. */
  readonly hrefOf: (fassungId: string) => string | null
}

/** All rows below each other over one scale. The list beside says the same, so it is hidden from those who do not see it. */
export function Bandbilder({ bilder, skala, heute, hrefOf }: Props): ReactNode {
  const hasWaiting = bilder.some(
    ({ bild: { band } }) => band.wartend.length + band.abgesagt.length > 0,
  )
  const right = hasWaiting ? WITH_LANE : WITHOUT_LANE
  const xOf = (position: number): number => LEFT + position * (right - LEFT)
  const placed = bilder.reduce<{ readonly y: number; readonly each: Props['bilder'][number] }[]>(
    (list, each) => {
      const last = list.at(-1)
      const y = last ? last.y + heightOf(last.each.bild) + GAP : TOP
      return [...list, { y, each }]
    },
    [],
  )
  const last = placed.at(-1)
  const height = last ? last.y + heightOf(last.each.bild) + 12 : TOP
  const today = xOf(skala.positionOf(heute))
  return (
    <Rollbereich mitte={today / WIDTH} name="Gezeichnetes Zeitband">
      <svg aria-hidden="true" className="stichtag-bild" viewBox={`0 0 ${WIDTH} ${height}`}>
        <defs>
          <pattern
            height="8"
            id="stichtag-schraffur"
            patternTransform="rotate(45)"
            patternUnits="userSpaceOnUse"
            width="8"
          >
            <rect className="stichtag-schraffur__grund" height="8" width="8" />
            <rect className="stichtag-schraffur__strich" height="8" width="3" />
          </pattern>
        </defs>
        {skala.monate.map(({ tag, position }) => (
          <g className="stichtag-bild__monat" key={tag}>
            {isMarked(tag, skala) ? (
              <>
                <line x1={xOf(position)} x2={xOf(position)} y1="26" y2={height} />
                {xOf(position) < right - 60 &&
                (xOf(position) + 80 < today - 26 || xOf(position) > today + 26) ? (
                  <text x={xOf(position) + 4} y="20">
                    {labelOf(tag, skala)}
                  </text>
                ) : null}
              </>
            ) : null}
          </g>
        ))}
        {hasWaiting ? (
          <g className="stichtag-bild__spur">
            <rect height={height - 28} rx="6" width={WIDTH - LANE} x={LANE} y="28" />
            <text x={LANE + 6} y="20">
              Ohne festen Tag
            </text>
          </g>
        ) : null}
        {placed.map(({ y, each: { bild, titel } }) => (
          <Zeile
            bild={bild}
            hrefOf={hrefOf}
            key={bild.band.key}
            titel={titel}
            visibleFrom={Math.max(today - NARROW_HALF, LEFT)}
            xOf={xOf}
            y={y}
          />
        ))}
        <g className="stichtag-bild__heute">
          <line x1={today} x2={today} y1="26" y2={height} />
          <text textAnchor="middle" x={today} y="20">
            Heute
          </text>
        </g>
      </svg>
    </Rollbereich>
  )
}

function Zeile({
  bild: { band, strecken, ausgesetzt, varianten },
  titel,
  visibleFrom,
  xOf,
  y,
  hrefOf,
}: {
  readonly bild: Bandbild
  readonly titel: string
  /** Where the part begins that a narrow screen shows first. */
  readonly visibleFrom: number
  readonly xOf: (position: number) => number
  readonly y: number
  readonly hrefOf: Props['hrefOf']
}): ReactNode {
  const top = y + TITLE
  const belowDays = top + BAND + DAYS
  const belowHeld = belowDays + lanes(ausgesetzt) * HELD
  return (
    <g>
      <text className="stichtag-bild__tag stichtag-bild__titel--breit" x={LEFT} y={y + 14}>
        {titel}
      </text>
      <text className="stichtag-bild__tag stichtag-bild__titel--schmal" x={visibleFrom} y={y + 14}>
        {titel}
      </text>
      {strecken.map((strecke) => (
        <Stueck hrefOf={hrefOf} key={keyOf(strecke)} strecke={strecke} x={xOf} y={top} />
      ))}
      {dayLabels(strecken, xOf).map(({ tag, x, anchor }) => (
        <text
          className="stichtag-bild__klein"
          key={tag}
          textAnchor={anchor}
          x={x}
          y={top + BAND + 15}
        >
          {formatDay(tag)}
        </text>
      ))}
      {ausgesetzt.map(({ was, von, bis, spur }) => (
        <Verweis href={hrefOf(was.beleg.wert.id)} key={was.beleg.wert.id}>
          <title>{`Ausgesetzt, Folgenummer ${was.beleg.folgenummer}`}</title>
          <rect
            className="stichtag-band--ausgesetzt"
            height={HELD - 6}
            width={Math.max(xOf(bis) - xOf(von), 3)}
            x={xOf(von)}
            y={belowDays + spur * HELD}
          />
          <Schrift
            klasse="stichtag-bild__auf"
            room={xOf(bis) - xOf(von)}
            texte={[`Nr. ${was.beleg.folgenummer} ausgesetzt`, `Nr. ${was.beleg.folgenummer}`]}
            x={xOf(von) + 8}
            y={belowDays + spur * HELD + 15}
          />
        </Verweis>
      ))}
      {varianten.map(({ was, von, bis, spur }) => (
        <Verweis href={hrefOf(was.variante.id)} key={`${was.variante.id}|${was.ab}`}>
          <title>{`${SPRACHEN[was.variante.sprache]}, Folgenummer ${was.folgenummer}`}</title>
          <rect
            className={`stichtag-band--${was.variante.sprache}`}
            height="6"
            width={Math.max(xOf(bis) - xOf(von) - 2, 3)}
            x={xOf(von) + 1}
            y={belowHeld + spur * LINE + 2}
          />
          <Schrift
            klasse="stichtag-bild__klein"
            room={xOf(bis) - xOf(von)}
            texte={[SPRACHEN[was.variante.sprache]]}
            x={xOf(von) + 2}
            y={belowHeld + spur * LINE + 18}
          />
        </Verweis>
      ))}
      {[...band.wartend, ...band.abgesagt].map(({ folgenummer, wert }, index) => {
        const isCancelled = index >= band.wartend.length
        const at = top + index * (HELD + 4)
        return (
          <Verweis href={hrefOf(wert.id)} key={wert.id}>
            <rect
              className={isCancelled ? 'stichtag-band--abgesagt' : 'stichtag-band--wartend'}
              height={HELD - 2}
              rx="4"
              width={WIDTH - LANE - 16}
              x={LANE + 8}
              y={at}
            />
            <text className="stichtag-bild__auf" x={LANE + 16} y={at + 16}>
              {`Nr. ${folgenummer} ${isCancelled ? 'abgesagt' : 'wartet'}`}
            </text>
          </Verweis>
        )
      })}
    </g>
  )
}

const SPRACHEN = { en: 'Englisch', 'de-LS': 'Leichte Sprache' } as const

function Stueck({
  strecke: { was, von, bis, beginntDavor, gehtWeiter },
  x,
  y,
  hrefOf,
}: {
  readonly strecke: Strecke<Bandabschnitt | Luecke>
  readonly x: (position: number) => number
  readonly y: number
  readonly hrefOf: Props['hrefOf']
}): ReactNode {
  const from = x(von)
  const width = Math.max(x(bis) - from, 3)
  const klasse =
    was.art === 'luecke'
      ? `stichtag-band--luecke${was.wo === 'am-ende' ? ' stichtag-band--am-ende' : ''}`
      : `stichtag-band--${was.lage}`
  const texte =
    was.art === 'luecke'
      ? [was.wo === 'zwischen' ? 'Lücke: kein Text' : 'Danach kein Text', 'Lücke']
      : [`Folgenummer ${was.beleg.folgenummer}`, `Nr. ${was.beleg.folgenummer}`]
  return (
    <Verweis href={was.art === 'luecke' ? null : hrefOf(was.beleg.wert.id)}>
      <title>{`${texte[0] ?? ''}, ab ${formatDay(was.ab)}`}</title>
      <path className={klasse} d={outline(from, y, width, { beginntDavor, gehtWeiter })} />
      <Schrift
        klasse={
          was.art === 'text' && was.lage === 'gegenwaertig'
            ? 'stichtag-bild__hell'
            : 'stichtag-bild__auf'
        }
        room={width - 8}
        texte={texte}
        x={from + (beginntDavor ? 12 : 8)}
        y={y + 22}
      />
    </Verweis>
  )
}

/** A stretch whose end lies outside of the picture, or that has none, ends in a point. */
function outline(
  x: number,
  y: number,
  width: number,
  { beginntDavor, gehtWeiter }: Pick<Strecke<unknown>, 'beginntDavor' | 'gehtWeiter'>,
): string {
  const right = x + width - 1
  const point = width > 20 ? 10 : 0
  const end = gehtWeiter
    ? `H ${right - point} L ${right} ${y + BAND / 2} L ${right - point} ${y + BAND}`
    : `H ${right} V ${y + BAND}`
  const start = beginntDavor ? `H ${x} L ${x + point / 2} ${y + BAND / 2} Z` : `H ${x} Z`
  return `M ${x} ${y} ${end} ${start}`
}

/** The longest of the texts for which there is room; none where there is none. */
function Schrift({
  texte,
  room,
  klasse,
  x,
  y,
}: {
  readonly texte: readonly string[]
  readonly room: number
  readonly klasse: string
  readonly x: number
  readonly y: number
}): ReactNode {
  const text = texte.find((each) => each.length * LETTER + 12 <= room)
  return text === undefined ? null : (
    <text className={klasse} x={x} y={y}>
      {text}
    </text>
  )
}

function Verweis({
  href,
  children,
}: {
  readonly href: string | null
  readonly children: ReactNode
}): ReactNode {
  return href === null ? (
    <g>{children}</g>
  ) : (
    <a href={href} tabIndex={-1}>
      {children}
    </a>
  )
}

type Taglabel = {
  readonly tag: CalendarDay
  readonly x: number
  readonly anchor: 'start' | 'end'
}
const DAY_WIDTH = 10 * LETTER + 8

/** The day below each boundary. Two that crowd stand on either side of their stretch, where there is room. */
function dayLabels(
  strecken: readonly Strecke<Bandabschnitt | Luecke>[],
  xOf: (position: number) => number,
): readonly Taglabel[] {
  const labels: Taglabel[] = []
  let free = 0
  for (const { was, von, beginntDavor } of strecken) {
    const x = xOf(von)
    if (beginntDavor || x > xOf(1) - DAY_WIDTH) continue
    const last = labels.at(-1)
    if (last?.anchor === 'start' && x < free) {
      const before = labels.at(-2)
      const room = last.x - DAY_WIDTH - (before ? endOf(before) : 0)
      if (room < 0) continue
      labels.splice(-1, 1, { ...last, anchor: 'end' })
    } else if (x < free) continue
    labels.push({ tag: was.ab, x, anchor: 'start' })
    free = x + DAY_WIDTH
  }
  return labels
}

function endOf({ x, anchor }: Taglabel): number {
  return anchor === 'start' ? x + DAY_WIDTH : x
}

function heightOf({ band, ausgesetzt, varianten }: Bandbild): number {
  const timed = TITLE + BAND + DAYS + lanes(ausgesetzt) * HELD + lanes(varianten) * LINE
  const untimed = TITLE + (band.wartend.length + band.abgesagt.length) * (HELD + 4)
  return Math.max(timed, untimed)
}

function lanes(strecken: readonly Strecke<unknown>[]): number {
  return strecken.reduce((most, { spur }) => Math.max(most, spur + 1), 0)
}

function keyOf({ was }: Strecke<Bandabschnitt | Luecke>): string {
  return `${was.art}|${was.ab}`
}

/** Each month where there is room, else each quarter, else each year. */
function isMarked(tag: CalendarDay, skala: Skala): boolean {
  const step = skala.monate.length <= 12 ? 1 : skala.monate.length <= 36 ? 3 : 12
  return (Number(tag.slice(5, 7)) - 1) % step === 0
}

function labelOf(tag: CalendarDay, skala: Skala): string {
  if (skala.monate.length > 36) return tag.slice(0, 4)
  const name = formatMonth(tag).split(' ')[0] ?? ''
  const short = name.length <= 4 ? name : `${name.slice(0, 3)}.`
  return `${short} ${tag.slice(0, 4)}`
}
