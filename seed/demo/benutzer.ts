import type { RedaktionId } from '#core/fassung/fassung.ts'

/** The one password of all demo accounts. It is printed at the start; an operator without demo data never has it. */
export const DEMO_PASSWORT = 'stichtag-demo'

/** A demo account. */
export type DemoBenutzer = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly rolle:
    | 'administration'
    | 'landesredaktion'
    | 'kommunalredaktion'
    | 'fachressort'
    | 'auskunft115'
    | 'lesend'
  readonly redaktionId: RedaktionId
}

/**
 * The demo accounts: one for each role. Two for the Land and two for Schwerin, because nobody releases what they wrote;
 * Stralendorf has one person and Schwerin as its partner.
 */
export const BENUTZER: readonly DemoBenutzer[] = [
  {
    id: 'benutzer-administration',
    email: 'administration@stichtag.example',
    name: 'Alex Ahrens',
    rolle: 'administration',
    redaktionId: 'redaktion-mv',
  },
  {
    id: 'benutzer-landesredaktion',
    email: 'landesredaktion@stichtag.example',
    name: 'Lena Lüders',
    rolle: 'landesredaktion',
    redaktionId: 'redaktion-mv',
  },
  {
    id: 'benutzer-landesredaktion-2',
    email: 'landesredaktion2@stichtag.example',
    name: 'Ludwig Lenz',
    rolle: 'landesredaktion',
    redaktionId: 'redaktion-mv',
  },
  {
    id: 'benutzer-schwerin',
    email: 'schwerin@stichtag.example',
    name: 'Samira Schröder',
    rolle: 'kommunalredaktion',
    redaktionId: 'redaktion-schwerin',
  },
  {
    id: 'benutzer-schwerin-2',
    email: 'schwerin2@stichtag.example',
    name: 'Sönke Siewert',
    rolle: 'kommunalredaktion',
    redaktionId: 'redaktion-schwerin',
  },
  {
    id: 'benutzer-stralendorf',
    email: 'stralendorf@stichtag.example',
    name: 'Stefan Stuhr',
    rolle: 'kommunalredaktion',
    redaktionId: 'redaktion-amt-stralendorf',
  },
  {
    id: 'benutzer-fachressort',
    email: 'fachressort@stichtag.example',
    name: 'Dr. Frauke Foth',
    rolle: 'fachressort',
    redaktionId: 'redaktion-fachressort-inneres',
  },
  {
    id: 'benutzer-115',
    email: '115@stichtag.example',
    name: 'Anton Albrecht',
    rolle: 'auskunft115',
    redaktionId: 'redaktion-mv',
  },
  {
    id: 'benutzer-lesend',
    email: 'lesend@stichtag.example',
    name: 'Liv Lorenz',
    rolle: 'lesend',
    redaktionId: 'redaktion-mv',
  },
]
