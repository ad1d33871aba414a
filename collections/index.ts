import type { CollectionConfig } from 'payload'
import { Angebote } from '#collections/Angebote.ts'
import { Abstimmungen } from '#collections/Abstimmungen.ts'
import { Einsichten, Kommentare, Stimmen, Textstaende } from '#collections/Abstimmungsspuren.ts'
import { Antraege } from '#collections/Antraege.ts'
import { Befunde } from '#collections/Befunde.ts'
import { Benachrichtigungen } from '#collections/Benachrichtigungen.ts'
import { Elternentscheide } from '#collections/Elternentscheide.ts'
import { Ereignisse } from '#collections/Ereignisse.ts'
import { Beteiligungen } from '#collections/Beteiligungen.ts'
import { Fassungen } from '#collections/Fassungen.ts'
import { Formulare } from '#collections/Formulare.ts'
import { Fristregeln } from '#collections/Fristregeln.ts'
import { Gebiete } from '#collections/Gebiete.ts'
import { Inhalte } from '#collections/Inhalte.ts'
import { Leistungen } from '#collections/Leistungen.ts'
import { Lieferungen } from '#collections/Lieferungen.ts'
import { Lieferziele } from '#collections/Lieferziele.ts'
import { Modulsperren } from '#collections/Modulsperren.ts'
import { Onlinedienste } from '#collections/Onlinedienste.ts'
import { Organisationseinheiten } from '#collections/Organisationseinheiten.ts'
import { Projektionen } from '#collections/Projektionen.ts'
import { Protokoll } from '#collections/Protokoll.ts'
import { Rechtsnormen } from '#collections/Rechtsnormen.ts'
import { Redaktionen } from '#collections/Redaktionen.ts'
import { Ueberpruefungen } from '#collections/Ueberpruefungen.ts'
import { Rueckmeldungen } from '#collections/Rueckmeldungen.ts'
import { Schweigefristen } from '#collections/Schweigefristen.ts'
import { Users } from '#collections/Users.ts'
import { Vertretungen } from '#collections/Vertretungen.ts'
import { Zeitgrenzen } from '#collections/Zeitgrenzen.ts'
import { Zustaendigkeiten } from '#collections/Zustaendigkeiten.ts'
import { sayWholeSentences } from '#collections/problemError.ts'

/** All collections, in the order of the navigation. */
export const collections: CollectionConfig[] = [
  Fassungen,
  Abstimmungen,
  Leistungen,
  Modulsperren,
  Schweigefristen,
  Rueckmeldungen,
  Rechtsnormen,
  Zeitgrenzen,
  Fristregeln,
  Antraege,
  Befunde,
  Ueberpruefungen,
  Benachrichtigungen,
  Organisationseinheiten,
  Zustaendigkeiten,
  Angebote,
  Onlinedienste,
  Formulare,
  Lieferziele,
  Lieferungen,
  Ereignisse,
  Gebiete,
  Redaktionen,
  Users,
  Vertretungen,
  Protokoll,
  Beteiligungen,
  Kommentare,
  Stimmen,
  Einsichten,
  Textstaende,
  Elternentscheide,
  Inhalte,
  Projektionen,
].map(forEditors)

/** An editor needs longer lists than Payload shows, whole sentences, and no view of the REST answer. */
function forEditors(collection: CollectionConfig): CollectionConfig {
  const admin = { hideAPIURL: true, pagination: { defaultLimit: 25, limits: [10, 25, 50, 100] } }
  const hooks = { ...collection.hooks, afterError: [sayWholeSentences] }
  return { ...collection, admin: { ...admin, ...collection.admin }, hooks }
}
