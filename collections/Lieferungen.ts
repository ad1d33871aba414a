import type { CollectionConfig } from 'payload'
import { canOversee, nobody } from '#collections/access.ts'
import { codes, dayField, idField, zeitpunktField } from '#collections/fields.ts'

/** Deliveries: one row per target and due time. Written by the schedule only. */
export const Lieferungen: CollectionConfig = {
  slug: 'lieferungen',
  typescript: { interface: 'LieferungDoc' },
  labels: { singular: 'Lieferung', plural: 'Lieferungen' },
  access: { create: nobody, read: canOversee, update: nobody, delete: nobody },
  admin: {
    group: 'Lieferung',
    useAsTitle: 'faelligAm',
    defaultColumns: ['faelligAm', 'lieferziel', 'ergebnis', 'stichtag', 'kenntnisstand', 'objekte'],
    description: 'Was wann an wen geliefert wurde.',
  },
  defaultSort: '-faelligAm',
  lockDocuments: false,
  fields: [
    idField,
    {
      name: 'lieferziel',
      type: 'relationship',
      relationTo: 'lieferziele',
      label: 'Lieferziel',
      required: true,
      index: true,
    },
    zeitpunktField('faelligAm', 'Fällig am', { required: true, index: true }),
    {
      name: 'ergebnis',
      type: 'select',
      label: 'Ergebnis',
      required: true,
      index: true,
      options: codes({
        laeuft: 'läuft',
        geliefert: 'geliefert',
        unveraendert: 'unverändert',
        gescheitert: 'gescheitert',
      }),
    },
    dayField('stichtag', 'Stichtag'),
    { name: 'kenntnisstand', type: 'number', label: 'Kenntnisstand' },
    zeitpunktField('begonnenAm', 'Begonnen am'),
    { name: 'dauerMs', type: 'number', label: 'Dauer in Millisekunden' },
    { name: 'objekte', type: 'number', label: 'Objekte' },
    { name: 'dokumente', type: 'number', label: 'Dokumente' },
    { name: 'bytes', type: 'number', label: 'Bytes' },
    { name: 'sha256', type: 'text', label: 'SHA-256 der Lieferung' },
    { name: 'ordner', type: 'text', label: 'Ordner' },
    { name: 'fehler', type: 'textarea', label: 'Fehler' },
    { name: 'versuche', type: 'number', label: 'Versuche', defaultValue: 0 },
    zeitpunktField('leaseBis', 'Vergeben bis', { index: true }),
    { name: 'leaseVon', type: 'text', label: 'Vergeben an' },
  ],
}
