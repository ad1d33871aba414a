import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import { openTestHouse, type TestHouse } from './support/house.ts'

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
})

afterAll(() => house.remove())

describe('the log of releases', () => {
  it('is kept free of doubles by the database itself', async () => {
    const row = {
      folgenummer: 1,
      zeitpunkt: '2026-11-24T11:00:00.000Z',
      art: 'objekt',
      schluessel: 'einmal',
      von: 'system',
      aussagen: '{"aussagen":[]}',
    }
    const create = (data: Record<string, unknown>) =>
      house.payload.db.create({ collection: 'ereignisse', data })
    await create(row)
    await expect(create({ ...row, schluessel: 'zweimal' })).rejects.toThrow()
    await expect(create({ ...row, folgenummer: 2 })).rejects.toThrow()
  })

  // Asked with the driver itself, because an adapter that forgets an index would also forget to tell.
  it.skipIf(!process.env['STICHTAG_TEST_MONGODB'])(
    'has its unique indexes on MongoDB',
    async () => {
      const client = await MongoClient.connect(process.env['DATABASE_URI'] ?? '')
      try {
        const indexes = await client.db().collection('ereignisse').indexes()
        const unique = indexes.filter((each) => each.unique).map(({ key }) => Object.keys(key)[0])
        expect(unique).toEqual(expect.arrayContaining(['folgenummer', 'schluessel']))
      } finally {
        await client.close()
      }
    },
  )
})
