import { describe, expect, it } from 'vitest'
import { problem } from '#core/errors/problems.ts'
import { collect, failed, success } from './ergebnis.ts'

describe('collect', () => {
  it('gives all values in order', () => {
    expect(collect([success(1), success(2)])).toEqual(success([1, 2]))
    expect(collect([])).toEqual(success([]))
  })

  it('gives all problems in order as soon as there is one', () => {
    const [first, second] = [problem('not-found', 'a'), problem('not-found', 'b')]
    expect(collect([failed(first), success(1), failed(second)])).toEqual(failed(first, second))
  })
})
