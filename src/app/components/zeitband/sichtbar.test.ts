import { describe, expect, it } from 'vitest'
import { newestPair } from '#core/log/snapshot.ts'
import { zeitbaenderOf } from '#core/log/zeitband.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  am,
  chronikWith,
  freigabe,
  freigegeben,
  unbestimmt,
  verkuendung,
} from '../../../../tests/support/factories.ts'
import { sichtbareBaender } from './sichtbar.ts'

const chronik = chronikWith(
  verkuendung(unbestimmt()),
  freigabe(freigegeben({ id: 'gilt', beginn: am('2025-01-01') })),
  freigabe(freigegeben({ id: 'wartet', beginn: anZeitgrenze('zeitgrenze') })),
  freigabe(
    freigegeben({
      id: 'wartet-in-schwerin',
      ebene: 'gemeinde',
      gebietId: 'schwerin',
      beginn: anZeitgrenze('zeitgrenze'),
    }),
  ),
)
const baender = zeitbaenderOf(chronik, 'personalausweis', newestPair(chronik, day('2026-11-24')))

function seenWith(...ids: readonly string[]) {
  return sichtbareBaender(baender, new Set(ids)).map(({ gebietId, wartend }) => [
    gebietId,
    wartend.map(({ wert }) => wert.id),
  ])
}

describe('the bands that a person sees', () => {
  it('leave out an area whose only text waits and is not theirs, and elsewhere the text', () => {
    expect(seenWith()).toEqual([['land', []]])
  })

  it('show what waits to those who may open it', () => {
    expect(seenWith('wartet', 'wartet-in-schwerin')).toEqual([
      ['land', ['wartet']],
      ['schwerin', ['wartet-in-schwerin']],
    ])
  })
})
