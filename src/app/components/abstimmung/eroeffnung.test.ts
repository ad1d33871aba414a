import { expect, it } from 'vitest'
import { gruppenOf, vorschlagOf } from './eroeffnung.ts'

const text = (id: string, schluessel: string, name: string) => ({
  id,
  titel: id,
  redaktionId: 'land',
  tag: { schluessel, name },
  embargo: false,
  istLandtext: true,
  schweigemodule: [],
})

it('gathers drafts by their day, laws before fixed days', () => {
  const gruppen = gruppenOf([
    text('a', 'tag|2027-01-01', 'Fester Tag: 1. Januar 2027'),
    text('b', 'zeitgrenze|z', 'Hundegesetz'),
    text('c', 'zeitgrenze|z', 'Hundegesetz'),
  ])
  expect(gruppen.map(({ name, texte }) => [name, texte.map(({ id }) => id)])).toEqual([
    ['Hundegesetz', ['b', 'c']],
    ['Fester Tag: 1. Januar 2027', ['a']],
  ])
})

it('proposes who has a text of its own, and the Fachressorts', () => {
  const redaktionen = [
    { id: 'fach', name: 'Inneres', art: 'fachressort', betroffenVon: [] },
    { id: 'schwerin', name: 'Schwerin', art: 'stadt', betroffenVon: ['a'] },
    { id: 'rostock', name: 'Rostock', art: 'stadt', betroffenVon: ['b'] },
  ]
  expect([...vorschlagOf(redaktionen, [{ id: 'a' }])]).toEqual(['fach', 'schwerin'])
})
