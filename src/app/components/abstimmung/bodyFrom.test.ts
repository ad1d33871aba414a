import { expect, it } from 'vitest'
import { bodyFrom } from './bodyFrom.ts'

it('leaves out what is empty, gathers lists, numbers and rows', () => {
  expect(
    bodyFrom([
      ['votum', 'ablehnen'],
      ['grund', '  '],
      ['davor', ' klein '],
      ['teilnehmer[]', 'r-a'],
      ['teilnehmer[]', 'r-b'],
      ['zahl:erinnerungTage', '3'],
      ['entscheidungen|t-1|weiter', 'entwurf'],
      ['entscheidungen|t-1|grund', 'Zu lang.'],
      ['entscheidungen|t-2|weiter', 'fachfreigabe'],
      ['entscheidungen|t-2|grund', ''],
    ]),
  ).toEqual({
    votum: 'ablehnen',
    davor: ' klein ',
    teilnehmer: ['r-a', 'r-b'],
    erinnerungTage: 3,
    entscheidungen: [
      { fassung: 't-1', weiter: 'entwurf', grund: 'Zu lang.' },
      { fassung: 't-2', weiter: 'fachfreigabe' },
    ],
  })
})

it('a list of which nothing was chosen is empty, not missing', () => {
  expect(bodyFrom([['module[]', '']])).toEqual({ module: [] })
})
