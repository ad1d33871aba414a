import { beforeEach, describe, expect, it } from 'vitest'
import {
  am,
  freigabe,
  freigegeben,
  gespeicherteZustaendigkeit,
  grundbestand,
} from '../../tests/support/factories.ts'
import { inMemoryBefunde, type InMemoryBefunde } from '../../tests/support/inMemoryBefunde.ts'
import { inMemoryHouse } from '../../tests/support/inMemoryHouse.ts'
import { oeffneBefund, uebergeheBefund, type BefundPorts } from './decideBefund.ts'
import { pruefeZeitleisten } from './pruefeZeitleisten.ts'

// A gap from New Year's Day to 1 February.
const log = [
  ...grundbestand(),
  gespeicherteZustaendigkeit(),
  freigabe(freigegeben({ id: 'alt', beginn: am('2026-01-01'), ende: am('2027-01-01') })),
  freigabe(freigegeben({ id: 'neu', beginn: am('2027-02-01') })),
]
const LUECKE = 'luecke:fassung:alt:2027-01-01'

let befunde: InMemoryBefunde
let ports: BefundPorts

beforeEach(() => {
  befunde = inMemoryBefunde()
  const house = inMemoryHouse({ heute: '2026-11-24', log })
  ports = { ...house.ports, pause: () => Promise.resolve(), befunde }
})

const overrule = (differences: object = {}) =>
  uebergeheBefund(ports, {
    schluessel: LUECKE,
    grund: 'Im Januar ist das Amt geschlossen.',
    vonName: 'Lena',
    mayDecide: () => true,
    ...differences,
  })

describe('to overrule a finding', () => {
  it('stores it with reason, name and instant, also before any nightly run', async () => {
    expect(await overrule()).toMatchObject({ ok: true, value: { zustand: 'uebergangen' } })
    expect([...befunde.rows.values()]).toMatchObject([
      {
        schluessel: LUECKE,
        redaktionId: 'landesredaktion',
        warum: {
          grund: 'Im Januar ist das Amt geschlossen.',
          vonName: 'Lena',
          zeitpunkt: '2026-11-24T12:00:00.000Z',
        },
      },
    ])
  })

  it.each([
    ['without a reason', { grund: ' \n' }, 'reason-is-missing'],
    ['that nothing finds', { schluessel: 'luecke:fassung:neu:2028-01-01' }, 'befund-is-unknown'],
    ['of somebody else', { mayDecide: () => false }, 'befund-is-unknown'],
  ])('%s is refused, and nothing is overruled', async (_name, differences, code) => {
    expect(await overrule(differences)).toMatchObject({ ok: false, problems: [{ code }] })
    expect(await befunde.overruled()).toEqual(new Set())
  })

  it('twice is refused', async () => {
    await overrule()
    expect(await overrule()).toMatchObject({ problems: [{ code: 'befund-is-not-open' }] })
  })

  it('that had been mended and is back is possible at once', async () => {
    await befunde.save(
      await pruefeZeitleisten(ports, { heute: ports.clock().heute, mitWorten: false }),
      '',
    )
    await befunde.save([], '')
    expect(befunde.rows.get(LUECKE)?.zustand).toBe('behoben')
    expect(await overrule()).toMatchObject({ ok: true })
  })
})

describe('to take an overruling back', () => {
  const reopen = (mayDecide = true) =>
    oeffneBefund(ports, { schluessel: LUECKE, mayDecide: () => mayDecide })

  it('opens the finding again', async () => {
    await overrule()
    expect(await reopen()).toMatchObject({ ok: true, value: { zustand: 'offen' } })
    expect(await befunde.overruled()).toEqual(new Set())
  })

  it('is refused where nothing was overruled, and to others', async () => {
    expect(await reopen()).toMatchObject({ problems: [{ code: 'befund-is-unknown' }] })
    await overrule()
    expect(await reopen(false)).toMatchObject({ problems: [{ code: 'befund-is-unknown' }] })
    await reopen()
    expect(await reopen()).toMatchObject({ problems: [{ code: 'befund-is-not-overruled' }] })
  })
})

describe('the check', () => {
  it('says each finding in words', async () => {
    const found = await pruefeZeitleisten(ports, { heute: ports.clock().heute, mitWorten: false })
    expect(found).toMatchObject([
      {
        schluessel: LUECKE,
        name: 'Personalausweis – Musterland',
        text: expect.stringMatching(/^Ab dem 1\. Januar 2027 bis zum 1\. Februar 2027/) as string,
      },
    ])
  })
})
