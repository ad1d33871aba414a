import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { failed, success } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { day } from '#core/zeit/day.ts'
import { readGenericode } from '#imports/genericode.ts'
import { genericode } from '../../tests/support/genericode.ts'
import { inMemoryHouse, type InMemoryHouse } from '../../tests/support/inMemoryHouse.ts'
import type { CliHouse, Handlieferung } from './house.ts'
import { runCommand } from './program.ts'

let cwd: string
let house: InMemoryHouse
const close = vi.fn(() => Promise.resolve())
const prepare = vi.fn<CliHouse['prepare']>(({ demo }) => Promise.resolve({ hasSeeded: demo }))
const exportXzufi = vi.fn<CliHouse['exportXzufi']>()

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'stichtag-cli-'))
  house = inMemoryHouse({ heute: '2026-11-24' })
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
          rebuildDocuments: () => Promise.resolve(3),
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
    said: expect.stringContaining('Einträge: 3.') as string,
  })
  expect(await run('migrieren')).toMatchObject({ code: 0 })
})

it('lets a fault of ours through, and closes the house first', async () => {
  prepare.mockRejectedValueOnce(new Error('disk'))
  await expect(run('migrieren')).rejects.toThrow('disk')
  expect(close).toHaveBeenCalledOnce()
})
