import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { failed, success } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { sayTag } from '#core/log/auswirkungDeutsch.ts'
import type { Vorschaubericht } from '#core/log/vorschaubericht.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { day } from '#core/zeit/day.ts'
import { readGenericode } from '#imports/genericode.ts'
import {
  am,
  aussetzung,
  bestimmt,
  freigabe,
  freigegeben,
  gespeicherteZustaendigkeit,
  grundbestand,
  inhalt,
  verkuendung,
} from '../../tests/support/factories.ts'
import { genericode } from '../../tests/support/genericode.ts'
import { inMemoryBefunde, type InMemoryBefunde } from '../../tests/support/inMemoryBefunde.ts'
import { inMemoryHouse, type InMemoryHouse } from '../../tests/support/inMemoryHouse.ts'
import { inMemoryProtokoll, kette, zeilenentwurf } from '../../tests/support/protokoll.ts'
import type { CliHouse, Handlieferung } from './house.ts'
import { runCommand } from './program.ts'

let cwd: string
let house: InMemoryHouse
let befunde: InMemoryBefunde
const protokoll = vi.fn<() => CliHouse['protokoll']>(() => inMemoryProtokoll([]))
const close = vi.fn(() => Promise.resolve())
const prepare = vi.fn<CliHouse['prepare']>(({ demo }) => Promise.resolve({ hasSeeded: demo }))
const exportXzufi = vi.fn<CliHouse['exportXzufi']>()

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'stichtag-cli-'))
  house = inMemoryHouse({ heute: '2026-11-24' })
  befunde = inMemoryBefunde()
  vi.clearAllMocks()
})
afterEach(() => rm(cwd, { recursive: true, force: true }))

async function run(...args: readonly string[]) {
  const said: string[] = []
  const complained: string[] = []
  const code = await runCommand(
    {
      cwd,
      readGebietsliste: readGenericode,
      openHouse: () =>
        Promise.resolve({
          ports: house.ports,
          prepare,
          exportXzufi,
          pruefung: { ...house.ports, pause: () => Promise.resolve(), befunde },
          protokoll: protokoll(),
          rebuild: () => Promise.resolve({ dokumente: 3, benachrichtigungen: 3 }),
          findKonto: (email) => Promise.resolve(email.endsWith('@stichtag.example') ? email : null),
          reportVorschau: ({ vorher, nachher, verschiebungen }) =>
            Promise.resolve(berichtOf(vorher, nachher, verschiebungen.length)),
          close,
        }),
      konsole: {
        say: (line) => said.push(line),
        complain: (line) => complained.push(line),
        withProgress: (_label, work) => work(() => undefined),
      },
    },
    args,
  )
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}

function berichtOf(vorher: Zeitgrenze | null, nachher: Zeitgrenze, texte: number): Vorschaubericht {
  return {
    vorher: vorher && sayTag(vorher),
    nachher: sayTag(nachher),
    istBerichtigung: false,
    bekannt: null,
    summe: { texte, objekte: 0, redaktionen: 0, luecken: 0, ausgesetzt: 0 },
    redaktionen: [],
  }
}

describe('a wrong call', () => {
  it.each([
    [[], 'Es fehlt ein Befehl.'],
    [['importiere'], 'Den Befehl „importiere“ gibt es nicht.'],
    [['import', 'gebiete'], 'Es fehlt eine Angabe: Datei.'],
    [['import', 'gebiete', 'a', 'b'], 'zu viele Angaben'],
    [['import', 'gebiete', 'fehlt.xml'], 'fehlt.xml gibt es nicht'],
    [['export', 'xzufi'], 'Es fehlt die Option „--ziel <Verzeichnis>“.'],
    [['export', 'xzufi', '--ziel', 'd', '--foo'], 'Die Option „--foo“ gibt es nicht.'],
    [['export', 'xzufi', '--ziel', 'd', '--stichtag', '2026-02-30'], '„2026-02-30“'],
    [['export', 'xzufi', '--ziel', 'd', '--kenntnisstand', '-1'], '„-1“ ist keine Folgenummer'],
    [['export', 'xzufi', '--ziel', 'd', '--kenntnisstand', '9'], 'der neueste ist 0'],
    [['seed', '--umfang', 'land'], '„land“ gibt es nicht'],
  ])('%j ends with 2 and says why in German', async (args, sentence) => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const { code, complained } = await run(...args)
    expect(complained).toContain(sentence)
    expect(code).toBe(2)
    expect(exportXzufi).not.toHaveBeenCalled()
  })
})

it('shows its help in German', async () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  expect((await run('export', 'xzufi', '--help')).code).toBe(0)
  const help = write.mock.calls.map(([text]) => String(text)).join('')
  write.mockRestore()
  expect(help).toContain('Aufruf: stichtag export xzufi [Optionen]')
  expect(help).not.toMatch(/Usage|Options|Commands|display|default/)
})

describe('import gebiete', () => {
  it('says what was taken over, and closes the house', async () => {
    await writeFile(path.join(cwd, 'liste.xml'), genericode([['130040000000', 'Schwerin']]))
    const { code, said } = await run('import', 'gebiete', 'liste.xml')
    expect(code).toBe(0)
    expect(said).toContain('gültig ab 1. April 2026. Zeilen: 1.')
    expect(said).toContain('Gebiete: 3 neu, 0 geändert, 0 unverändert.')
    expect(said).toContain('Eintrag 1 im Freigabeprotokoll.')
    expect(close).toHaveBeenCalledOnce()
    expect((await run('import', 'gebiete', 'liste.xml')).said).toContain(
      'Es wurde nichts geändert.',
    )
  })

  it('ends with 1 on findings in the list and changes nothing', async () => {
    const text = genericode([
      ['13', 'Kurzdorf'],
      ['130040000000', 'Schwerin'],
      ['130040000000', 'Schwerin'],
    ])
    await writeFile(path.join(cwd, 'liste.xml'), text)
    const { code, complained } = await run('import', 'gebiete', 'liste.xml')
    expect(code).toBe(1)
    expect(complained).toMatch(
      /^Zeile 20: .*\nZeile 28 \(zuerst in Zeile 24\): .*\nDie Liste wurde nicht übernommen\.$/,
    )
    expect([house.appended, house.projected]).toEqual([[], []])
    expect(close).toHaveBeenCalledOnce()
  })
})

describe('export xzufi', () => {
  const bericht = {
    ergebnis: 'geliefert',
    stichtag: day('2027-01-01'),
    kenntnisstand: 1,
    objekte: 1234,
    dokumente: 3,
    bytes: 5_000_000,
    sha256: 'abc',
    ordner: 'ziel',
    dauerMs: 5,
  } as const

  it('asks for the day, the Kenntnisstand and the folder of the call', async () => {
    exportXzufi.mockResolvedValue(success(bericht))
    await writeFile(path.join(cwd, 'liste.xml'), genericode([['130040000000', 'Schwerin']]))
    await run('import', 'gebiete', 'liste.xml')
    const args = ['--ziel', 'ziel', '--stichtag', '2027-01-01', '--kenntnisstand', '1']
    const { code, said } = await run('export', 'xzufi', ...args)
    expect(code).toBe(0)
    expect(said).toContain(
      'Stichtag 1. Januar 2027, Kenntnisstand 1. Objekte: 1.234, Dokumente: 3,',
    )
    expect(exportXzufi).toHaveBeenCalledWith({
      ort: expect.anything() as Handlieferung['ort'],
      stichtag: '2027-01-01',
      kenntnisstand: 1,
    })
  })

  it('asks for today without a day', async () => {
    exportXzufi.mockResolvedValue(success(bericht))
    await run('export', 'xzufi', '--ziel', 'ziel')
    expect(exportXzufi.mock.calls[0]?.[0]).toMatchObject({
      stichtag: '2026-11-24',
      kenntnisstand: null,
    })
  })

  it.each([
    ['export-is-invalid', 1],
    ['target-is-not-writable', 2],
  ] as const)('%s ends with %i', async (problemCode, code) => {
    exportXzufi.mockResolvedValue(failed(problem(problemCode)))
    expect(await run('export', 'xzufi', '--ziel', 'ziel')).toMatchObject({
      code,
      complained: expect.stringContaining('Es wurde nichts geliefert.') as string,
    })
  })

  it('refuses a folder that holds something else, before anything is opened', async () => {
    await writeFile(path.join(cwd, 'notiz.txt'), 'meine')
    const { code, complained } = await run('export', 'xzufi', '--ziel', '.')
    expect([code, complained]).toEqual([
      2,
      expect.stringContaining('enthält keine frühere Lieferung'),
    ])
    expect(close).not.toHaveBeenCalled()
  })
})

it('fills an empty database with the demo, and no other', async () => {
  expect(await run('seed')).toMatchObject({ code: 0, said: 'Die Beispieldaten sind angelegt.' })
  await writeFile(path.join(cwd, 'liste.xml'), genericode([['130040000000', 'Schwerin']]))
  await run('import', 'gebiete', 'liste.xml')
  prepare.mockClear()
  expect(await run('seed')).toMatchObject({ code: 2 })
  expect(prepare.mock.calls.map(([{ demo }]) => demo)).toEqual([false])
})

it('rebuilds documents and migrates', async () => {
  expect(await run('projizieren')).toMatchObject({
    code: 0,
    said: expect.stringContaining('3 für die Dokumente, 3 für die Benachrichtigungen.') as string,
  })
  expect(await run('migrieren')).toMatchObject({ code: 0 })
})

it('lets a fault of ours through, and closes the house first', async () => {
  prepare.mockRejectedValueOnce(new Error('disk'))
  await expect(run('migrieren')).rejects.toThrow('disk')
  expect(close).toHaveBeenCalledOnce()
})

describe('the acts on days and texts, on 24 November 2026', () => {
  const von = ['--von', 'lena@stichtag.example']
  const zweite = ['--bestaetigt-von', 'olaf@stichtag.example']
  const grund = ['--grund', 'so beschlossen']
  const law = (tag: string) => verkuendung(bestimmt(tag))
  const text = freigabe(freigegeben({ beginn: anZeitgrenze('zeitgrenze') }))

  it.each([
    [
      'verlegen',
      ['verlegen', 'zeitgrenze', '--tag', '2027-07-01', ...von],
      [law('2027-01-01'), text],
      'zeitgrenze',
    ],
    ['absagen', ['absagen', 'zeitgrenze', ...grund, ...von], [law('2027-01-01'), text], 'absage'],
    [
      'berichtigen zeitgrenze',
      [
        'berichtigen',
        'zeitgrenze',
        'zeitgrenze',
        '--tag',
        '2026-12-01',
        ...grund,
        ...von,
        ...zweite,
      ],
      [law('2026-11-01'), text],
      'berichtigung',
    ],
    [
      'zurueckziehen',
      ['zurueckziehen', 'fassung', '--folge', 'vorgaenger', ...grund, ...von],
      [law('2027-01-01'), text],
      'zurueckziehung',
    ],
    [
      'aussetzen',
      ['aussetzen', 'fassung', ...grund, ...von],
      [law('2027-01-01'), text],
      'aussetzung',
    ],
    [
      'wiederaufnehmen',
      ['wiederaufnehmen', 'fassung', ...grund, ...von],
      [law('2027-01-01'), text, aussetzung('fassung')],
      'wiederaufnahme',
    ],
  ])('%s is one entry', async (_name, args, log, art) => {
    house = inMemoryHouse({ heute: '2026-11-24', log })
    const { code, said } = await run(...args)
    expect(house.appended).toMatchObject([{ art, von: 'lena@stichtag.example' }])
    expect(said).toContain(`Eintrag ${log.length + 1} im Freigabeprotokoll.`)
    expect(code).toBe(0)
  })

  it('a preview changes nothing', async () => {
    house = inMemoryHouse({ heute: '2026-11-24', log: [law('2027-01-01'), text] })
    const args = ['verlegen', 'zeitgrenze', '--tag', '2027-07-01', '--nur-vorschau', ...von]
    const { code, said } = await run(...args)
    expect(said).toContain('Bisher 1. Januar 2027, künftig 1. Juli 2027. Texte: 1')
    expect([code, house.appended.length]).toEqual([0, 0])
  })

  it.each([
    ['a day that has passed', ['--tag', '2027-07-01', ...von], 1, 'vergangen'],
    ['a day that is none', ['--tag', '2027-02-30', ...von], 2, 'kein Kalendertag'],
    ['somebody without an account', ['--tag', '2027-07-01', '--von', 'x@y.example'], 2, 'Konto'],
    ['an unknown state', ['--stand', 'vielleicht', ...von], 2, 'Erlaubt ist: bestimmt'],
  ])('%s is refused, and nothing changes', async (_name, options, expected, sentence) => {
    const tag = expected === 1 ? '2026-11-01' : '2027-01-01'
    house = inMemoryHouse({ heute: '2026-11-24', log: [law(tag), text] })
    const { code, complained } = await run('verlegen', 'zeitgrenze', ...options)
    expect(complained).toContain(sentence)
    expect([code, house.appended.length]).toEqual([expected, 0])
  })
})

describe('pruefe, on 24 November 2026', () => {
  const openGap = async (): Promise<void> => {
    house = inMemoryHouse({
      heute: '2026-11-24',
      log: [
        ...grundbestand(),
        gespeicherteZustaendigkeit(),
        freigabe(freigegeben({ id: 'alt', beginn: am('2026-01-01'), ende: am('2027-01-01') })),
        freigabe(freigegeben({ id: 'neu', beginn: am('2027-02-01') })),
      ],
    })
    await house.ports.putInhalte([inhalt()])
  }

  it('ends with 0 where nothing is wrong', async () => {
    const { code, said } = await run('pruefe')
    expect(said).toBe('Geprüft für den 24. November 2026. Keine Befunde.')
    expect(code).toBe(0)
  })

  it('says what is wrong, since when, whose it is and where it is mended, and ends with 1', async () => {
    await openGap()
    const { code, said } = await run('pruefe')
    expect(said).toMatch(
      /^Landesredaktion: 1 Befund\n {2}Fehler seit 01\.01\.2027: Personalausweis – Musterland\n {4}Ab dem 1\. Januar 2027 .*\n {4}\/admin\/collections\/fassungen\/alt\n/,
    )
    expect(said).toContain('Geprüft für den 24. November 2026. Befunde: 1, davon Fehler: 1.')
    expect(code).toBe(1)
    expect([...befunde.rows.keys()]).toEqual(['luecke:fassung:alt:2027-01-01'])
  })

  it('says it as JSON', async () => {
    await openGap()
    const { code, said } = await run('pruefe', '--json')
    expect(JSON.parse(said)).toMatchObject([
      { code: 'luecke', seit: '2027-01-01', redaktion: 'landesredaktion' },
    ])
    expect(code).toBe(1)
  })

  it('of another day stores nothing', async () => {
    await openGap()
    const { code } = await run('pruefe', '--stichtag', '2027-02-01')
    expect(code).toBe(0)
    expect((await run('pruefe', '--stichtag', '2027-01-31')).code).toBe(1)
    expect(befunde.rows.size).toBe(0)
  })

  it('leaves out what is overruled, and what belongs to others', async () => {
    await openGap()
    befunde = inMemoryBefunde({ landesredaktion: 'Landesredaktion', schwerin: 'Schwerin' })
    expect((await run('pruefe', '--redaktion', 'schwerin')).code).toBe(0)
    expect((await run('pruefe', '--redaktion', 'landesredaktion')).code).toBe(1)
    const warum = { grund: 'geschlossen', vonName: 'Lena', zeitpunkt: '2026-11-24T12:00:00.000Z' }
    await befunde.overrule('luecke:fassung:alt:2027-01-01', warum)
    const { code, said } = await run('pruefe')
    expect(said).toBe('Geprüft für den 24. November 2026. Keine Befunde. Mit Grund übergangen: 1.')
    expect(code).toBe(0)
  })

  it.each([
    [['--redaktion', 'niemand'], 'Es gibt: landesredaktion (Landesredaktion).'],
    [['--stichtag', '2027-02-30'], '„2027-02-30“'],
  ])('%j is a wrong call', async (args, sentence) => {
    const { code, complained } = await run('pruefe', ...args)
    expect([code, complained]).toEqual([2, expect.stringContaining(sentence)])
  })
})

describe('protokoll pruefen', () => {
  const zeilen = kette([zeilenentwurf({ grund: 'eins' }), zeilenentwurf({ grund: 'zwei' })])
  const last = `2:${zeilen[1]?.hash ?? ''}`

  it('ends with 0 and says the last row, to be noted outside', async () => {
    protokoll.mockReturnValue(inMemoryProtokoll(zeilen))
    const { code, said } = await run('protokoll', 'pruefen', '--bekannt', last)
    expect(code).toBe(0)
    expect(said).toContain('Das Protokoll ist unversehrt. Geprüfte Zeilen: 2.')
    expect(said).toContain(`Letzte Zeile: ${last}`)
  })

  it('ends with 1 and names the first broken row and why', async () => {
    const [first, second] = zeilen
    if (!first || !second) throw new Error('unreachable')
    protokoll.mockReturnValue(inMemoryProtokoll([first, { ...second, grund: 'anders' }]))
    const { code, complained } = await run('protokoll', 'pruefen')
    expect(code).toBe(1)
    expect(complained).toContain('Zeile 2 wurde nachträglich geändert')
    protokoll.mockReturnValue(inMemoryProtokoll([first], { laenge: 2 }))
    expect((await run('protokoll', 'pruefen')).complained).toContain('Zeile 2 fehlt.')
  })

  it('ends with 2 for a noted row that is none', async () => {
    const { code, complained } = await run('protokoll', 'pruefen', '--bekannt', '2:abc')
    expect(code).toBe(2)
    expect(complained).toContain('„2:abc“ ist keine Zeile des Protokolls')
  })
})
