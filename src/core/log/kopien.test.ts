import { expect, it } from 'vitest'
import { abgesagteTexte } from '#core/log/absage.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import {
  chronikWith,
  ereignis,
  freigabe,
  freigegeben,
  hashInhalt,
  unbestimmt,
  verkuendung,
} from '../../../tests/support/factories.ts'
import { kopienOf } from './kopien.ts'

const { bedingung: _bedingung, ...law } = unbestimmt() as Extract<
  Zeitgrenze,
  { stand: 'unbestimmt' }
>
const text = freigabe(freigegeben({ beginn: anZeitgrenze('zeitgrenze') }))
const absage = verkuendung({ ...law, stand: 'abgesagt', grund: 'abgelehnt' })

it('knows the drafts that the failure of a law makes', () => {
  const chronik = chronikWith(verkuendung(unbestimmt()), text, absage)
  const made = abgesagteTexte(ereignis(3, absage), chronik, hashInhalt)
  expect(made).toHaveLength(1)
  expect([...kopienOf(chronik, hashInhalt)]).toEqual([[made[0]?.kopieId, 'zeitgrenze']])
})

it('knows none while no law has failed', () => {
  expect(kopienOf(chronikWith(verkuendung(unbestimmt()), text), hashInhalt).size).toBe(0)
})
