import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import { VOTEN, type Stimme } from './abstimmung.ts'
import { checkEntscheidungen, ergebnisOf, geltendeStimmen, schuldnerOf } from './stimmen.ts'

const ABSTIMMUNG = {
  fassungIds: ['hund', 'katze'],
  teilnehmerIds: ['schwerin', 'rostock'],
  frist: day('2026-12-10'),
}
const STAENDE = [
  { fassungId: 'hund', stand: 'neu' },
  { fassungId: 'katze', stand: 'neu' },
]

let count = 0
function stimme(differences: Partial<Stimme> = {}): Stimme {
  count += 1
  return {
    id: `stimme-${String(count).padStart(4, '0')}`,
    fassungId: 'hund',
    redaktionId: 'schwerin',
    votum: 'zustimmen',
    grund: null,
    stand: 'neu',
    vonName: 'Samira',
    zeitpunkt: `2026-11-24T12:00:${String(count % 60).padStart(2, '0')}.000Z`,
    tag: day('2026-11-24'),
    ...differences,
  }
}

const countOf = (stimmen: readonly Stimme[]) =>
  ergebnisOf(ABSTIMMUNG, geltendeStimmen(ABSTIMMUNG, stimmen, STAENDE))

describe('votes', () => {
  it('of one Redaktion on one text: the newest counts', () => {
    const stimmen = [
      stimme({ votum: 'ablehnen', zeitpunkt: '2026-11-24T12:00:01.000Z' }),
      stimme({ votum: 'zustimmen', zeitpunkt: '2026-11-24T12:00:02.000Z' }),
    ]
    expect(countOf([...stimmen].reverse()).texte[0]).toMatchObject({
      zustimmungen: 1,
      ablehnungen: 0,
    })
  })

  it('in one instant: the one with the higher id, whoever reads them in which order', () => {
    const both = [
      stimme({ id: 'a', votum: 'ablehnen', zeitpunkt: '2026-11-24T12:00:00.000Z' }),
      stimme({ id: 'b', votum: 'enthalten', zeitpunkt: '2026-11-24T12:00:00.000Z' }),
    ]
    expect(countOf(both)).toEqual(countOf([...both].reverse()))
    expect(countOf(both).texte[0]?.enthaltungen).toBe(1)
  })

  it('on earlier contents count and are marked', () => {
    const [alt] = geltendeStimmen(ABSTIMMUNG, [stimme({ stand: 'alt' })], STAENDE)
    expect(alt?.aufFrueheremStand).toBe(true)
    expect(countOf([stimme({ stand: 'alt' })]).texte[0]).toMatchObject({
      zustimmungen: 1,
      aufFrueheremStand: 1,
    })
  })

  it.each([
    ['the last day of the Frist', '2026-12-10', false],
    ['the day after the Frist', '2026-12-11', true],
  ])('given on %s', (_name, tag, verspaetet) => {
    const [given] = geltendeStimmen(ABSTIMMUNG, [stimme({ tag: day(tag) })], STAENDE)
    expect(given?.verspaetet).toBe(verspaetet)
  })

  it('of whoever takes no part do not count', () => {
    expect(countOf([stimme({ redaktionId: 'fremd' })]).ausgang).toBe('ohne-stimme')
  })
})

describe('the outcome', () => {
  it.each([
    ['nobody votes', [], 'ohne-stimme'],
    ['one agrees', [stimme()], 'ohne-einwand'],
    ['one abstains', [stimme({ votum: 'enthalten' })], 'ohne-einwand'],
    ['one objects', [stimme({ votum: 'ablehnen' })], 'einwaende'],
    [
      'one objects to the other text',
      [stimme(), stimme({ fassungId: 'katze', votum: 'ablehnen' })],
      'einwaende',
    ],
  ] as const)('when %s', (_name, stimmen, ausgang) => {
    expect(countOf(stimmen).ausgang).toBe(ausgang)
  })

  it('accounts for every participant, whatever was voted how often', () => {
    const anyVote = fc.record({
      fassungId: fc.constantFrom('hund', 'katze'),
      redaktionId: fc.constantFrom('schwerin', 'rostock', 'fremd'),
      votum: fc.constantFrom(...VOTEN),
      stand: fc.constantFrom('neu', 'alt'),
    })
    fc.assert(
      fc.property(fc.array(anyVote, { maxLength: 20 }), (votes) => {
        const stimmen = votes.map((each) => stimme(each))
        const geltende = geltendeStimmen(ABSTIMMUNG, stimmen, STAENDE)
        for (const text of ergebnisOf(ABSTIMMUNG, geltende).texte) {
          const { zustimmungen, ablehnungen, enthaltungen, ohneStimme, aufFrueheremStand } = text
          expect(zustimmungen + ablehnungen + enthaltungen + ohneStimme).toBe(2)
          expect(aufFrueheremStand).toBeLessThanOrEqual(2 - ohneStimme)
        }
        const owed = schuldnerOf(['schwerin', 'rostock'], ABSTIMMUNG.fassungIds, geltende)
        const settled = geltende.filter((each) => !each.aufFrueheremStand).length
        const debts = owed.map((each) => each.ohneStimme.length + each.aufFrueheremStand.length)
        expect(debts.reduce((sum, each) => sum + each, settled)).toBe(4)
      }),
    )
  })
})

describe('the decision', () => {
  const einwand = countOf([stimme({ votum: 'ablehnen' })])
  const decide = (...entscheidungen: Parameters<typeof checkEntscheidungen>[1]) =>
    checkEntscheidungen(einwand, entscheidungen, (id) => id)

  it('names every text', () => {
    const result = decide({ fassungId: 'hund', weiter: 'entwurf', grund: 'Zu lang.' })
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: 'decision-is-missing', stelle: 'katze' }],
    })
  })

  it('needs a reason where somebody objects, whichever way it goes', () => {
    for (const weiter of ['entwurf', 'fachfreigabe'] as const)
      expect(
        decide(
          { fassungId: 'hund', weiter, grund: null },
          { fassungId: 'katze', weiter, grund: null },
        ),
      ).toMatchObject({ ok: false, problems: [{ code: 'reason-is-missing', stelle: 'hund' }] })
  })
})
