import type { UIField } from 'payload'

/** Leads from a document to the rows of the audit about it. */
export const protokollverweis: UIField = {
  name: 'protokollverweis',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: {
      Field: '/src/app/components/protokoll/Protokollverweis.tsx#Protokollverweis',
    },
  },
}
