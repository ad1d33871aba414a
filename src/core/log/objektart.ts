import type { Ereignisart, Objektart } from '#core/log/ereignis.ts'

/** What the editors' desk keeps documents of: objects with dated states, texts and Zeitgrenzen. */
export type Pultart = Objektart | 'fassung' | 'zeitgrenze'

/** The collection of the desk in which each kind of object lies. */
export const OBJEKT_SAMMLUNGEN = {
  gebiet: 'gebiete',
  leistung: 'leistungen',
  organisationseinheit: 'organisationseinheiten',
  zustaendigkeit: 'zustaendigkeiten',
  modulsperre: 'modulsperren',
  schweigefrist: 'schweigefristen',
  rueckmeldung: 'rueckmeldungen',
  angebot: 'angebote',
  onlinedienst: 'onlinedienste',
  formular: 'formulare',
  rechtsnorm: 'rechtsnormen',
} as const satisfies Record<Objektart, string>

/** What people call each kind of object. */
export const OBJEKT_LABELS: Readonly<Record<Objektart, string>> = {
  gebiet: 'Gebiet',
  leistung: 'Leistung',
  organisationseinheit: 'Organisationseinheit',
  zustaendigkeit: 'Zuständigkeit',
  modulsperre: 'Modulsperre',
  schweigefrist: 'Schweigefrist',
  rueckmeldung: 'Rückmeldung',
  angebot: 'Angebot',
  onlinedienst: 'Onlinedienst',
  formular: 'Formular',
  rechtsnorm: 'Rechtsnorm',
}

/** What people call each kind of entry. */
export const EREIGNIS_LABELS: Readonly<Record<Ereignisart, string>> = {
  freigabe: 'Freigabe',
  berichtigung: 'Berichtigung',
  zurueckziehung: 'Zurückziehung',
  aussetzung: 'Aussetzung',
  wiederaufnahme: 'Wiederaufnahme',
  zeitgrenze: 'Zeitgrenze gesetzt oder verlegt',
  absage: 'Zeitgrenze abgesagt',
  objekt: 'Angaben gespeichert',
  schweigefrist: 'Schweigefrist begonnen',
  rueckmeldung: 'Rückmeldung gegeben',
  import: 'Import',
}

/** The path of the admin under which a document is read and mended. */
export function pultpfad({ art, id }: { readonly art: Pultart; readonly id: string }): string {
  return `/admin/collections/${SAMMLUNGEN[art]}/${encodeURIComponent(id)}`
}

const SAMMLUNGEN: Readonly<Record<Pultart, string>> = {
  ...OBJEKT_SAMMLUNGEN,
  fassung: 'fassungen',
  zeitgrenze: 'zeitgrenzen',
}
