import { pruefeZeitleisten } from '#commands/pruefeZeitleisten.ts'
import type { RedaktionId } from '#core/fassung/fassung.ts'
import type { BenannterBefund } from '#core/pruefung/zeitleisten/befunde.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { formatDay, formatDayLong } from '#core/zeit/deutsch.ts'
import { Abbruch } from '#cli/abbruch.ts'
import type { CliHouse } from '#cli/house.ts'
import type { Konsole } from '#cli/konsole.ts'

/** What is asked for; without a day it is today, and the stored findings are brought up to date. */
export type Pruefwunsch = {
  readonly stichtag: CalendarDay | null
  readonly redaktionId: RedaktionId | null
  readonly json: boolean
}

/** Checks the timelines and says what was found, by Redaktion. 1: there are findings that nobody has overruled. */
export async function runPruefe(
  { pruefung }: Pick<CliHouse, 'pruefung'>,
  konsole: Konsole,
  { stichtag, redaktionId, json }: Pruefwunsch,
): Promise<0 | 1> {
  const namen = await pruefung.befunde.redaktionsnamen()
  if (redaktionId !== null && !namen.has(redaktionId)) {
    const known = [...namen].map(([id, name]) => `${id} (${name})`).join(', ')
    throw new Abbruch(`--redaktion: „${redaktionId}“ gibt es nicht. Es gibt: ${known}.`)
  }
  const { heute, zeitpunkt } = pruefung.clock()
  const tag = stichtag ?? heute
  const all = await konsole.withProgress('Zeitleisten werden geprüft', (fortschritt) =>
    pruefeZeitleisten(pruefung, { heute: tag, mitWorten: true, fortschritt }),
  )
  if (stichtag === null) await pruefung.befunde.save(all, zeitpunkt)
  const overruled = await pruefung.befunde.overruled()
  const wanted = all.filter((each) => redaktionId === null || each.redaktionId === redaktionId)
  const befunde = wanted.filter(({ schluessel }) => !overruled.has(schluessel))
  const lines = json
    ? [JSON.stringify(befunde.map(asJson), null, 2)]
    : [
        ...sayBefunde(befunde, namen),
        summary({ befunde, tag, hidden: wanted.length - befunde.length }),
      ]
  for (const line of lines) konsole.say(line)
  return befunde.length > 0 ? 1 : 0
}

function asJson(befund: BenannterBefund) {
  const { schluessel, code, schwere, seit, redaktionId, gegenstand, name, ziel, text } = befund
  const thing = { ...gegenstand, name }
  return { schluessel, code, schwere, seit, redaktion: redaktionId, gegenstand: thing, ziel, text }
}

function sayBefunde(
  befunde: readonly BenannterBefund[],
  namen: ReadonlyMap<RedaktionId, string>,
): readonly string[] {
  const groups = new Map<RedaktionId | null, BenannterBefund[]>()
  for (const befund of befunde) {
    const group = groups.get(befund.redaktionId)
    if (group) group.push(befund)
    else groups.set(befund.redaktionId, [befund])
  }
  const nameOf = (id: RedaktionId | null): string =>
    id === null ? 'Ohne Redaktion' : (namen.get(id) ?? id)
  return [...groups]
    .map(([id, group]) => [nameOf(id), group] as const)
    .sort(([left], [right]) => left.localeCompare(right, 'de'))
    .flatMap(([name, group]) => [
      `${name}: ${group.length === 1 ? '1 Befund' : `${group.length} Befunde`}`,
      ...group.flatMap(sayBefund),
      '',
    ])
}

function sayBefund({ schwere, seit, name, text, ziel }: BenannterBefund): readonly string[] {
  const kind = schwere === 'fehler' ? 'Fehler' : 'Warnung'
  return [`  ${kind} seit ${formatDay(seit)}: ${name}`, `    ${text}`, `    ${ziel}`]
}

function summary({
  befunde,
  tag,
  hidden,
}: {
  readonly befunde: readonly BenannterBefund[]
  readonly tag: CalendarDay
  readonly hidden: number
}): string {
  const fehler = befunde.filter(({ schwere }) => schwere === 'fehler').length
  const found =
    befunde.length === 0 ? 'Keine Befunde.' : `Befunde: ${befunde.length}, davon Fehler: ${fehler}.`
  const overruled = hidden === 0 ? '' : ` Mit Grund übergangen: ${hidden}.`
  return `Geprüft für den ${formatDayLong(tag)}. ${found}${overruled}`
}
