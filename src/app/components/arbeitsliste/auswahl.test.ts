import { describe, expect, it } from 'vitest'
import { aufgabenpfad, redaktionswahl } from './auswahl.ts'

describe('whose work is shown', () => {
  it.each([
    ['a Kommunalredaktion: its own', 'kommunalredaktion', ['s'], undefined, ['s']],
    ['a Kommunalredaktion that asks for all: its own', 'kommunalredaktion', ['s'], 'alle', ['s']],
    ['a Kommunalredaktion without a team: nothing', 'kommunalredaktion', [], undefined, []],
    ['the Landesredaktion: its own', 'landesredaktion', ['l'], undefined, ['l']],
    ['the Landesredaktion that asks for all', 'landesredaktion', ['l'], 'alle', 'alle'],
    ['the Landesredaktion that asks for a town', 'landesredaktion', ['l'], 's', ['s']],
    ['an Administration without a team: all', 'administration', [], undefined, 'alle'],
  ])('%s', (_name, rolle, own, wanted, expected) => {
    expect(redaktionswahl(rolle, own, wanted).redaktionen).toEqual(expected)
  })
})

describe('the address of the page', () => {
  it.each([
    [{}, '/admin/aufgaben'],
    [{ redaktion: 'alle', art: null, mir: false }, '/admin/aufgaben?redaktion=alle'],
    [{ art: 'entwurf', mir: true }, '/admin/aufgaben?art=entwurf&zugewiesen=mir'],
  ])('%j', (wahl, path) => {
    expect(aufgabenpfad(wahl)).toBe(path)
  })
})
