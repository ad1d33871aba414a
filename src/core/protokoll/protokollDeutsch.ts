import { EREIGNIS_LABELS } from '#core/log/objektart.ts'
import type { Kettenbruch } from '#core/protokoll/protokoll.ts'

/** What people call each act of the audit; whoever adds an act adds its line. Entries of the log bear their own words. */
export const AKT_LABELS: Readonly<Record<string, string>> = {
  ...EREIGNIS_LABELS,
  'entwurf-angelegt': 'Entwurf angelegt',
  'entwurf-geaendert': 'Entwurf geändert',
  'entwurf-geloescht': 'Entwurf gelöscht',
  zugewiesen: 'Text zugewiesen',
  ueberprueft: 'Text überprüft',
  'elterntext-uebernommen': 'Änderung des geerbten Textes übernommen',
  'elterntext-abgelehnt': 'Änderung des geerbten Textes nicht übernommen',
  'fachlich-freigeben': 'Fachlich freigegeben',
  zurueckholen: 'In den Entwurf zurückgeholt',
  eilfall: 'Als Eilfall freigegeben',
  'eilfall-bestaetigt': 'Eilfall nachträglich angesehen',
  'freigabe-fuer-partner': 'Für eine Partnerredaktion freigegeben',
  'abstimmung-eroeffnet': 'Abstimmung eröffnet',
  'abstimmung-beteiligte': 'Weitere Redaktionen an der Abstimmung beteiligt',
  'abstimmung-frist': 'Frist der Abstimmung geändert',
  'abstimmung-erinnert': 'An die Abstimmung erinnert',
  'abstimmung-wieder-vorgelegt': 'Text erneut zur Abstimmung vorgelegt',
  'abstimmung-stimme': 'Abgestimmt',
  'abstimmung-kommentar': 'In der Abstimmung kommentiert',
  'abstimmung-kommentar-erledigt': 'Kommentar erledigt',
  'abstimmung-kommentar-offen': 'Kommentar wieder geöffnet',
  'abstimmung-beendet': 'Abstimmung beendet',
  'abstimmung-abgebrochen': 'Abstimmung abgebrochen',
  'konto-angelegt': 'Konto angelegt',
  'konto-geaendert': 'Konto geändert',
  'konto-geloescht': 'Konto gelöscht',
  'redaktion-angelegt': 'Redaktion angelegt',
  'redaktion-geaendert': 'Redaktion geändert',
  'redaktion-geloescht': 'Redaktion gelöscht',
  'vertretung-eingetragen': 'Vertretung eingetragen',
  'vertretung-geaendert': 'Vertretung geändert',
  'vertretung-geloescht': 'Vertretung gelöscht',
}

/** The words of an act; one that has none is shown as it stands, with blanks. */
export function aktLabel(akt: string): string {
  const label = AKT_LABELS[akt]
  if (label !== undefined) return label
  const words = akt.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What is wrong with a chain, in one German sentence that names the row. */
export function bruchSatz(bruch: Kettenbruch): string {
  const zeile = `Zeile ${bruch.nummer}`
  switch (bruch.art) {
    case 'zeile-fehlt':
      return bruch.bis === bruch.nummer
        ? `${zeile} fehlt.`
        : `Die Zeilen ${bruch.nummer} bis ${bruch.bis} fehlen.`
    case 'nummer-doppelt':
      return `${zeile} steht doppelt oder nicht an ihrer Stelle.`
    case 'zeile-geaendert':
      return `${zeile} wurde nachträglich geändert: Ihr Inhalt passt nicht zu ihrem Hash.`
    case 'anschluss-fehlt':
      return `${zeile} schließt nicht an die vorige an: Eine der beiden wurde nachträglich neu geschrieben.`
    case 'eintrag-geaendert':
      return `Der Eintrag ${bruch.folgenummer} des Freigabeprotokolls wurde nachträglich geändert; ${zeile} bezeugt einen anderen Inhalt.`
    case 'eintrag-fehlt':
      return `Der Eintrag ${bruch.folgenummer} des Freigabeprotokolls fehlt; ${zeile} bezeugt ihn.`
    case 'eintrag-ohne-zeile':
      return `Der Eintrag ${bruch.folgenummer} des Freigabeprotokolls ist im Protokoll nicht bezeugt.`
    case 'inhalt-geaendert':
      return `Ein Inhalt, den das Freigabeprotokoll nennt, wurde nachträglich geändert: ${bruch.inhalt}.`
    case 'anders-als-notiert':
      return `${zeile} trägt einen anderen Hash, als Sie notiert haben: Das Protokoll wurde neu geschrieben.`
  }
}
