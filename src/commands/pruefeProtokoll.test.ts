import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Protokollzeile } from '#core/protokoll/protokoll.ts'
import { hashInhalt } from '../../tests/support/factories.ts'
import { inMemoryProtokoll, kette, zeilenentwurf } from '../../tests/support/protokoll.ts'
import { pruefeProtokoll } from './pruefeProtokoll.ts'

const EINTRAEGE = ['a'.repeat(64), 'b'.repeat(64)]

/** Seven rows; rows 2 and 5 attest the entries 1 and 2 of the log. */
const entwuerfe = [
  zeilenentwurf({ grund: 'eins' }),
  zeilenentwurf({ akt: 'freigabe', folgenummer: 1, eintragshash: EINTRAEGE[0] ?? '' }),
  zeilenentwurf({ grund: 'drei' }),
  zeilenentwurf({ grund: 'vier' }),
  zeilenentwurf({ akt: 'freigabe', folgenummer: 2, eintragshash: EINTRAEGE[1] ?? '' }),
  zeilenentwurf({ grund: 'sechs' }),
  zeilenentwurf({ grund: 'sieben' }),
]
const ganze = kette(entwuerfe)

describe('the check of the audit', () => {
  it('finds a whole chain whole, whatever the pages', async () => {
    for (const pageSize of [1, 3, 100]) expect(await bruchOf(ganze, { pageSize })).toBeNull()
    expect((await pruefeProtokoll(inMemoryProtokoll([]))).bruch).toBeNull()
  })

  it('says how far it has come', async () => {
    const steps: number[] = []
    const ports = inMemoryProtokoll(ganze, { eintraege: EINTRAEGE })
    await pruefeProtokoll(ports, { fortschritt: (done, total) => steps.push(done, total) })
    expect(steps).toEqual([3, 7, 6, 7, 7, 7])
  })

  it('finds any change of any member of any row, at this row', async () => {
    const changes = fc.record({
      index: fc.nat(ganze.length - 1),
      change: fc.oneof(
        fc.record({ grund: fc.string() }),
        fc.record({ akt: fc.string() }),
        fc.record({ von: fc.string() }),
        fc.record({ vonName: fc.string() }),
        fc.record({ zeitpunkt: fc.string() }),
        fc.record({ gegenstandId: fc.string() }),
        fc.record({ titel: fc.string() }),
        fc.record({ redaktion: fc.option(fc.string()) }),
        fc.record({ angaben: fc.option(fc.string()) }),
        fc.record({ folgenummer: fc.option(fc.nat()) }),
        fc.record({ eintragshash: fc.option(fc.string()) }),
        fc.record({ inVertretungFuer: fc.option(fc.string()) }),
        fc.record({ vertraulich: fc.boolean() }),
        fc.record({ vorher: fc.string() }),
        fc.record({ hash: fc.string() }),
      ),
    })
    await fc.assert(
      fc.asyncProperty(changes, async ({ index, change }) => {
        const zeile = ganze[index] as Protokollzeile
        const changed = { ...zeile, ...change }
        fc.pre(JSON.stringify(changed) !== JSON.stringify(zeile))
        const found = await bruchOf(ganze.with(index, changed))
        expect(found).toEqual({ art: 'zeile-geaendert', nummer: index + 1 })
      }),
    )
  })

  it('finds any row that was written anew with a fitting hash, at the row after it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(ganze.length - 2), fc.string(), async (index, grund) => {
        const { hash: _hash, ...zeile } = ganze[index] as Protokollzeile
        fc.pre(grund !== zeile.grund)
        const forged = { ...zeile, grund }
        const found = await bruchOf(ganze.with(index, { ...forged, hash: hashInhalt(forged) }))
        expect(found).toEqual({ art: 'anschluss-fehlt', nummer: index + 2 })
      }),
    )
  })

  it('finds any rows that are gone, also the last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(6), fc.integer({ min: 1, max: 7 }), async (start, count) => {
        const rest = ganze.toSpliced(start, count)
        const bis = Math.min(start + count, ganze.length)
        const found = await bruchOf(rest, { laenge: ganze.length })
        expect(found).toEqual({ art: 'zeile-fehlt', nummer: start + 1, bis })
      }),
    )
  })

  it('finds any two rows that changed places', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(6), fc.nat(6), async (one, other) => {
        fc.pre(one < other)
        const [left, right] = [ganze[one] as Protokollzeile, ganze[other] as Protokollzeile]
        const swapped = ganze
          .with(one, { ...right, nummer: left.nummer })
          .with(other, { ...left, nummer: right.nummer })
        expect(await bruchOf(swapped)).toEqual({ art: 'zeile-geaendert', nummer: one + 1 })
      }),
    )
  })

  it('finds an entry of the log that changed, is gone or was never attested', async () => {
    const other = 'c'.repeat(64)
    expect(await bruchOf(ganze, { eintraege: [EINTRAEGE[0], other] })).toEqual({
      art: 'eintrag-geaendert',
      nummer: 5,
      folgenummer: 2,
    })
    expect(await bruchOf(ganze, { eintraege: [undefined, EINTRAEGE[1]] })).toEqual({
      art: 'eintrag-fehlt',
      nummer: 2,
      folgenummer: 1,
    })
    expect(await bruchOf(ganze, { eintraege: [...EINTRAEGE, other] })).toEqual({
      art: 'eintrag-ohne-zeile',
      nummer: 7,
      folgenummer: 3,
    })
  })

  it('finds a content that says something else than its name', async () => {
    expect(await bruchOf(ganze, { changedInhalte: ['d'] })).toEqual({
      art: 'inhalt-geaendert',
      nummer: 7,
      inhalt: 'd',
    })
  })

  it('finds a chain that was written anew from end to end by a row noted outside', async () => {
    const anew = kette(entwuerfe.with(2, zeilenentwurf({ grund: 'neu' })))
    expect(await bruchOf(anew)).toBeNull()
    const { nummer, hash } = ganze[4] as Protokollzeile
    const notiz = { nummer, hash }
    expect(await bruchOf(ganze, {}, notiz)).toBeNull()
    expect(await bruchOf(anew, {}, notiz)).toEqual({ art: 'anders-als-notiert', nummer: 5 })
    const short = kette(entwuerfe.slice(0, 4))
    expect(await bruchOf(short, { eintraege: EINTRAEGE.slice(0, 1) }, notiz)).toEqual({
      art: 'zeile-fehlt',
      nummer: 5,
      bis: 5,
    })
  })
})

async function bruchOf(
  zeilen: readonly Protokollzeile[],
  rest: Parameters<typeof inMemoryProtokoll>[1] = {},
  notiz: { readonly nummer: number; readonly hash: string } | null = null,
) {
  const ports = inMemoryProtokoll(zeilen, { eintraege: EINTRAEGE, ...rest })
  return (await pruefeProtokoll(ports, { notiz })).bruch
}
