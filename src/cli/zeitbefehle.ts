import type { Command } from 'commander'
import { cancelZeitgrenze } from '#commands/cancelZeitgrenze.ts'
import { correctZeitgrenze } from '#commands/correctZeitgrenze.ts'
import { moveZeitgrenze } from '#commands/moveZeitgrenze.ts'
import { previewCancel, previewMove, type Vorschau } from '#commands/previewMove.ts'
import { correctFassung, releaseFassung } from '#commands/releaseFassung.ts'
import { resumeFassung, suspendFassung } from '#commands/suspendFassung.ts'
import { withdrawFassung } from '#commands/withdrawFassung.ts'
import { success, type Result } from '#core/ergebnis.ts'
import type { Folge } from '#core/fassung/fassung.ts'
import type { Ereignis } from '#core/log/ereignis.ts'
import type { Vorschaubericht } from '#core/log/vorschaubericht.ts'
import {
  zeitgrenzeFrom,
  type Zeitgrenze,
  type Zeitgrenzenstand,
} from '#core/rechtsnorm/zeitgrenze.ts'
import { parseCalendarDay, type CalendarDay } from '#core/zeit/day.ts'
import { Abbruch } from '#cli/abbruch.ts'
import type { CliHouse } from '#cli/house.ts'
import type { Konsole } from '#cli/konsole.ts'

/** How a command of this file is run: on an open house; its result is said, or its problems. */
export type RunAct = (
  act: (house: CliHouse, konsole: Konsole) => Promise<Result<readonly string[]>>,
) => Promise<void>

type Grundoptionen = { readonly von: string; readonly grund?: string }
type Tagesoptionen = {
  readonly stand?: string
  readonly tag?: string
  readonly fundstelle?: string
  readonly zeitraum?: string
  readonly bedingung?: string
}
type ZweiteOption = { readonly bestaetigtVon: string }

/** The editorial acts on days and released texts, for the command line: each is one entry, or nothing. */
export function addZeitbefehle(program: Command, run: RunAct): void {
  tagesoptionen(
    befehl(
      program,
      'verlegen',
      '<Zeitgrenze>',
      'setzt, verschiebt oder löst den Tag einer Rechtsnorm',
    ),
  )
    .option('--grund <Satz>', 'steht im Freigabeprotokoll')
    .option('--nur-vorschau', 'zeigt, was geschähe, und ändert nichts')
    .action(
      async (id: string, options: Grundoptionen & Tagesoptionen & { nurVorschau?: boolean }) => {
        await run(async (house) => {
          const zeitgrenze = await wanted(house, id, options)
          if (!zeitgrenze.ok) return zeitgrenze
          const vorschau = await previewMove(house.ports, zeitgrenze.value)
          if (!vorschau.ok) return vorschau
          const lines = await sayPreview(house, vorschau.value)
          if (options.nurVorschau) return success(lines)
          const von = await kontoOf(house, options.von, '--von')
          const auftrag = { zeitgrenze: zeitgrenze.value, von, grund: options.grund ?? null }
          return said(await moveZeitgrenze(house.ports, auftrag), lines)
        })
      },
    )
  befehl(program, 'absagen', '<Zeitgrenze>', 'die Rechtsnorm ist gescheitert; endgültig')
    .requiredOption('--grund <Satz>', 'steht im Freigabeprotokoll')
    .option('--nur-vorschau', 'zeigt, was geschähe, und ändert nichts')
    .action(async (id: string, options: Required<Grundoptionen> & { nurVorschau?: boolean }) => {
      await run(async (house) => {
        const vorschau = await previewCancel(house.ports, id)
        if (!vorschau.ok) return vorschau
        const lines = await sayPreview(house, vorschau.value)
        if (options.nurVorschau) return success(lines)
        const von = await kontoOf(house, options.von, '--von')
        const auftrag = { zeitgrenzeId: id, grund: options.grund, von }
        return said(await cancelZeitgrenze(house.ports, auftrag), lines)
      })
    })
  addBerichtigen(program, run)
  addFassungsbefehle(program, run)
}

function addBerichtigen(program: Command, run: RunAct): void {
  const berichtigen = program
    .command('berichtigen')
    .description('berichtigt, was schon galt; eine zweite Person bestätigt es')
  zweite(
    tagesoptionen(
      befehl(berichtigen, 'zeitgrenze', '<Zeitgrenze>', 'berichtigt einen vergangenen Tag'),
    ),
  ).action(async (id: string, options: Required<Grundoptionen> & Tagesoptionen & ZweiteOption) => {
    await run(async (house) => {
      const zeitgrenze = await wanted(house, id, options)
      if (!zeitgrenze.ok) return zeitgrenze
      const augen = await augenOf(house, options)
      return said(await correctZeitgrenze(house.ports, { zeitgrenze: zeitgrenze.value, ...augen }))
    })
  })
  zweite(
    befehl(
      berichtigen,
      'fassung',
      '<Entwurf>',
      'gibt einen Entwurf frei, der einen Text berichtigt',
    ),
  )
    .option('--umfang <Umfang>', 'ab-heute oder ab-erstem-tag', 'ab-erstem-tag')
    .action(
      async (
        id: string,
        options: Required<Grundoptionen> & ZweiteOption & { readonly umfang: string },
      ) => {
        await run(async (house) => {
          const umfang = oneOf(options.umfang, ['ab-heute', 'ab-erstem-tag'] as const, '--umfang')
          const augen = await augenOf(house, options)
          return said(await correctFassung(house.ports, { id, umfang, ...augen }))
        })
      },
    )
}

function addFassungsbefehle(program: Command, run: RunAct): void {
  befehl(program, 'freigeben', '<Entwurf>', 'gibt einen Text frei')
    .option('--grund <Satz>', 'steht im Freigabeprotokoll')
    .option('--eilfall', 'ohne zweite Person oder ohne Fachfreigabe; braucht --grund')
    .action(async (id: string, options: Grundoptionen & { readonly eilfall?: true }) => {
      await run(async (house) => {
        const { eilfall = false } = options
        const von = await kontoOf(house, options.von, '--von')
        const grund = options.grund ?? null
        return said(await releaseFassung(house.ports, { id, von, grund, eilfall }))
      })
    })
  befehl(program, 'zurueckziehen', '<Fassung>', 'zieht einen freigegebenen Text zurück')
    .requiredOption('--grund <Satz>', 'steht im Freigabeprotokoll')
    .requiredOption('--folge <Folge>', 'was danach gilt: vorgaenger, ersetzt oder leistung-endet')
    .option('--durch <Fassung>', 'bei ersetzt: der Text, der an die Stelle tritt')
    .option('--ab <Tag>', 'erster Tag ohne den Text (JJJJ-MM-TT); ohne Angabe von Anfang an')
    .action(
      async (
        fassungId: string,
        options: Required<Grundoptionen> & {
          readonly folge: string
          readonly durch?: string
          readonly ab?: string
        },
      ) => {
        await run(async (house) => {
          const ab = options.ab === undefined ? null : tagOf(options.ab, '--ab')
          const zurueckziehung = { fassungId, ab, folge: folgeOf(options), grund: options.grund }
          const von = await kontoOf(house, options.von, '--von')
          return said(await withdrawFassung(house.ports, { zurueckziehung, von }))
        })
      },
    )
  for (const [name, act, description] of [
    ['aussetzen', suspendFassung, 'hält einen freigegebenen Text zurück, bevor er beginnt'],
    ['wiederaufnehmen', resumeFassung, 'nimmt einen von Hand ausgesetzten Text wieder auf'],
  ] as const) {
    befehl(program, name, '<Fassung>', description)
      .requiredOption('--grund <Satz>', 'steht im Freigabeprotokoll')
      .action(async (fassungId: string, { grund, von }: Required<Grundoptionen>) => {
        await run(async (house) => {
          const konto = await kontoOf(house, von, '--von')
          return said(await act(house.ports, { fassungId, grund, von: konto }))
        })
      })
  }
}

function befehl(program: Command, name: string, argument: string, description: string): Command {
  return program
    .command(name)
    .usage(`${argument} [Optionen]`)
    .argument(argument, 'Kennung, wie sie in der Adresse des Dokuments steht')
    .description(description)
    .requiredOption('--von <E-Mail>', 'das Konto, in dessen Namen es geschieht')
}

function tagesoptionen(command: Command): Command {
  return command
    .option('--stand <Stand>', 'bestimmt, geplant, geschaetzt oder unbestimmt', 'bestimmt')
    .option('--tag <Tag>', 'der Tag (JJJJ-MM-TT)')
    .option('--fundstelle <Text>', 'wo der Tag verkündet ist')
    .option('--zeitraum <Zeitraum>', 'bei geschaetzt: 2027-03, 2027-Q2 oder 2027')
    .option('--bedingung <Satz>', 'bei unbestimmt: woran es hängt')
}

function zweite(command: Command): Command {
  return command
    .requiredOption('--grund <Satz>', 'steht im Freigabeprotokoll')
    .requiredOption('--bestaetigt-von <E-Mail>', 'das Konto der zweiten Person')
}

/** The Zeitgrenze as it would be; what is not named stays as the log has it. */
async function wanted(
  { ports }: CliHouse,
  id: string,
  options: Tagesoptionen,
): Promise<Result<Zeitgrenze>> {
  const known = (await ports.chronik()).zeitgrenzen.get(id)?.at(-1)?.wert
  if (!known) throw new Abbruch(`Die Zeitgrenze „${id}“ steht nicht im Freigabeprotokoll.`)
  const stand = oneOf(options.stand ?? 'bestimmt', STAENDE, '--stand')
  return zeitgrenzeFrom({
    ...known,
    stand,
    tag: options.tag === undefined ? tagIn(known) : tagOf(options.tag, '--tag'),
    fundstelle: options.fundstelle ?? ('fundstelle' in known ? known.fundstelle : null),
    zeitraum: options.zeitraum ?? ('zeitraum' in known ? known.zeitraum : null),
    bedingung: options.bedingung ?? ('bedingung' in known ? known.bedingung : null),
    grund: null,
  })
}

const STAENDE = [
  'bestimmt',
  'geplant',
  'geschaetzt',
  'unbestimmt',
] as const satisfies readonly Zeitgrenzenstand[]

function tagIn(zeitgrenze: Zeitgrenze): CalendarDay | null {
  return 'tag' in zeitgrenze ? zeitgrenze.tag : null
}

function tagOf(text: string, stelle: string): CalendarDay {
  const tag = parseCalendarDay(text)
  if (tag.ok) return tag.value
  throw new Abbruch(`${stelle}: „${text}“ ist kein Kalendertag. Bitte schreiben Sie JJJJ-MM-TT.`)
}

function folgeOf({ folge, durch }: { readonly folge: string; readonly durch?: string }): Folge {
  const art = oneOf(folge, ['vorgaenger', 'ersetzt', 'leistung-endet'] as const, '--folge')
  if (art !== 'ersetzt') return { art }
  if (durch === undefined) throw new Abbruch('Bei „--folge ersetzt“ fehlt die Option „--durch“.')
  return { art, durch }
}

function oneOf<T extends string>(text: string, allowed: readonly T[], stelle: string): T {
  const found = allowed.find((each) => each === text)
  if (found !== undefined) return found
  throw new Abbruch(`${stelle}: „${text}“ gibt es nicht. Erlaubt ist: ${allowed.join(', ')}.`)
}

async function augenOf(
  house: CliHouse,
  options: Required<Grundoptionen> & ZweiteOption,
): Promise<{ von: string; bestaetigtVon: string; grund: string }> {
  return {
    von: await kontoOf(house, options.von, '--von'),
    bestaetigtVon: await kontoOf(house, options.bestaetigtVon, '--bestaetigt-von'),
    grund: options.grund,
  }
}

/** The log names people: whoever acts has an account. */
async function kontoOf({ findKonto }: CliHouse, email: string, stelle: string): Promise<string> {
  const id = await findKonto(email)
  if (id === null) throw new Abbruch(`${stelle}: Ein Konto „${email}“ gibt es nicht.`)
  return id
}

function said(result: Result<Ereignis>, before: readonly string[] = []): Result<readonly string[]> {
  if (!result.ok) return result
  return success([...before, `Eintrag ${result.value.folgenummer} im Freigabeprotokoll.`])
}

async function sayPreview(
  { reportVorschau }: CliHouse,
  vorschau: Vorschau,
): Promise<readonly string[]> {
  return linesOf(await reportVorschau(vorschau))
}

function linesOf({ vorher, nachher, summe, redaktionen }: Vorschaubericht): readonly string[] {
  return [
    `Bisher ${vorher ?? 'unbekannt'}, künftig ${nachher ?? 'unbekannt'}. Texte: ${summe.texte}, weitere Angaben: ${summe.objekte}, Redaktionen: ${summe.redaktionen}, Lücken: ${summe.luecken}, ausgesetzt: ${summe.ausgesetzt}.`,
    ...redaktionen.flatMap(({ name, verschiebungen, folgen }) => [
      `${name}:`,
      ...verschiebungen.map(({ titel, gebiet, vorher: old, nachher: now }) => {
        const place = gebiet === null ? '' : ` (${gebiet})`
        return `  ${titel}${place}: ${old.satz} → ${now.satz}`
      }),
      ...folgen.map(({ titel, satz }) => `  ! ${titel}: ${satz}`),
    ]),
  ]
}
