import { describe, expect, it } from 'vitest'
import { indexGebiete } from '#core/gebiet/gebiet.ts'
import { day } from '#core/zeit/day.ts'
import { deliver, erstelltAt, type Dokument, type Lieferauftrag } from './delivery.ts'
import { xzufiSettings } from './settings.ts'

const EMPTY: Lieferauftrag = {
  lieferung: { leistungen: [], organisationseinheiten: [], onlinedienste: [] },
  gebiete: indexGebiete([]),
  stichtag: day('2027-01-01'),
  kenntnisstand: 7,
  erstellt: '2026-12-31T23:00:00.000Z',
  settings: xzufiSettings({ agencyId: 'L1' }),
  getInhalte: () => Promise.resolve(new Map()),
  hash: () => '',
}

describe('when a delivery counts as made', () => {
  it.each([
    ['a day ahead: 0:00 of that day', '2026-11-24T10:00:00.000Z', '2026-12-31T23:00:00.000Z'],
    ['a day past: the newest entry', '2027-02-01T10:00:00.000Z', '2027-02-01T10:00:00.000Z'],
    ['an empty log', '', '2026-12-31T23:00:00.000Z'],
  ])('%s', (_name, zeitpunkt, erstellt) => {
    expect(erstelltAt(zeitpunkt, day('2027-01-01'))).toBe(erstellt)
  })
})

describe('a delivery', () => {
  it('without objects is an empty index', async () => {
    const files = await filesOf(EMPTY)
    expect(files).toMatchObject([{ name: 'index.txt', objekte: 0 }])
    expect(files[0]?.bytes).toHaveLength(0)
  })

  it('takes compiled bytes as they are', async () => {
    const bytes = Buffer.from('<xzufi:schreibe/>\n')
    const onlinedienst = { klasse: 'onlinedienst', id: 'x', zustaendigkeiten: [] } as unknown
    const lieferung = { ...EMPTY.lieferung, onlinedienste: [onlinedienst] }
    const [document] = await filesOf({
      ...EMPTY,
      lieferung: lieferung as Lieferauftrag['lieferung'],
      compile: (objekte) =>
        Promise.resolve(objekte.map(({ klasse, id }) => ({ klasse, id, sha256: 'abc', bytes }))),
    })
    expect(document?.name).toBe('XZUFI202701010000000007_0001.xml')
    expect(document?.bytes.includes(bytes)).toBe(true)
    expect(document?.eintraege).toEqual([{ klasse: 'onlinedienst', id: 'x', sha256: 'abc' }])
  })
})

async function filesOf(auftrag: Lieferauftrag): Promise<readonly Dokument[]> {
  const files: Dokument[] = []
  for await (const file of deliver(auftrag)) files.push(file)
  return files
}
