import type { UIField } from 'payload'

/** Lets somebody enter that they have looked at a released text. */
export const ueberpruefungField: UIField = {
  name: 'ueberpruefung',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: '/src/app/components/Ueberpruefung.tsx#Ueberpruefung' },
  },
}
