import type { RedaktionId } from '#core/fassung/fassung.ts'
import type { GebietId } from '#core/gebiet/gebiet.ts'

/** An editing team and the areas that it writes for. */
export type DemoRedaktion = {
  readonly id: RedaktionId
  readonly name: string
  readonly art: 'bund' | 'land' | 'landkreis' | 'amt' | 'stadt' | 'fachressort'
  readonly gebietIds: readonly GebietId[]
  /** Whose people release what the only person here has written. */
  readonly partner?: RedaktionId
}

/** The editing teams of the demo. An Amt writes for its Gemeinden too. */
export const REDAKTIONEN: readonly DemoRedaktion[] = [
  { id: 'redaktion-bund', name: 'Bundesredaktion', art: 'bund', gebietIds: ['gebiet-bund'] },
  {
    id: 'redaktion-mv',
    name: 'Landesredaktion Mecklenburg-Vorpommern',
    art: 'land',
    gebietIds: ['gebiet-mv'],
  },
  {
    id: 'redaktion-ludwigslust-parchim',
    name: 'Landkreis Ludwigslust-Parchim',
    art: 'landkreis',
    gebietIds: ['gebiet-ludwigslust-parchim'],
  },
  {
    id: 'redaktion-landkreis-rostock',
    name: 'Landkreis Rostock',
    art: 'landkreis',
    gebietIds: ['gebiet-landkreis-rostock'],
  },
  {
    id: 'redaktion-schwerin',
    name: 'Landeshauptstadt Schwerin',
    art: 'stadt',
    gebietIds: ['gebiet-schwerin'],
  },
  {
    id: 'redaktion-rostock',
    name: 'Hanse- und Universitätsstadt Rostock',
    art: 'stadt',
    gebietIds: ['gebiet-rostock'],
  },
  {
    id: 'redaktion-amt-stralendorf',
    name: 'Amt Stralendorf',
    art: 'amt',
    gebietIds: ['gebiet-amt-stralendorf'],
    partner: 'redaktion-schwerin',
  },
  {
    id: 'redaktion-amt-warnow-west',
    name: 'Amt Warnow-West',
    art: 'amt',
    gebietIds: ['gebiet-amt-warnow-west'],
  },
  {
    id: 'redaktion-fachressort-inneres',
    name: 'Fachressort Inneres',
    art: 'fachressort',
    gebietIds: [],
  },
]
