import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { VOTEN, type Stimme } from '#core/abstimmung/abstimmung.ts'
import type { Kommentar } from '#core/abstimmung/kommentar.ts'
import { isModulname, lesetext } from '#core/abstimmung/lesetext.ts'
import { findStelle, stelleIn, type Stelle } from '#core/abstimmung/stelle.ts'
import type { Aktion } from '#core/ablauf/ablauf.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { FassungInhalt, Modulname } from '#core/fassung/module.ts'
import { redaktionIdOf, userOf } from '#collections/access.ts'
import { allowedFassung } from '#collections/allowedFassung.ts'
import { laufende, noteAkt, zugangTo, type Zugang } from '#collections/abstimmungZugang.ts'
import { fassungForRead } from '#collections/editableFassung.ts'
import {
  createKommentar,
  createStimme,
  findAbstimmung,
  gelesenFrom,
  keepTextstand,
  niederschriftFrom,
  noteEinsicht,
  readKommentare,
  removeStimme,
  settleKommentar,
  type Gelesen,
} from '#store/abstimmungen.ts'
import { inTransaction } from '#store/database/inTransaction.ts'
import { pause } from '#store/database/nextTurn.ts'
import { textOf, textOrNull, type DeskDoc } from '#store/desk/read.ts'
import { storePorts } from '#store/ports.ts'
import { namesOfRedaktionen } from '#store/redaktionsnamen.ts'

/**
 * Votes: body `{ fassung, votum, grund?, stand, redaktion? }`. `stand` is the hash of the contents that the voter had before
 * them: nobody votes on what they have not seen. `redaktion` is needed by whoever writes for several participants. Answers
 * `{ id }`. Problems: those of `laufende` and `allowedFassung`, `access-denied`, `query-is-malformed`,
 * `reason-is-missing`, `text-has-changed`, `abstimmung-is-over`.
 */
export async function stimmeAb(
  req: PayloadRequest,
  id: string,
  body: DeskDoc,
): Promise<Result<object>> {
  const zugang = await laufende(req, id)
  if (!zugang.ok) return zugang
  const redaktionId = voterIn(zugang.value, textOrNull(body, 'redaktion'))
  if (redaktionId === null) return failed(problem('access-denied'))
  const votum = VOTEN.find((known) => known === body['votum'])
  if (!votum) return failed(problem('query-is-malformed', 'Votum'))
  const grund = textOrNull(body, 'grund')
  if (votum === 'ablehnen' && grund === null) return failed(problem('reason-is-missing', 'Grund'))
  const text = await textIn(req, zugang.value, textOf(body, 'fassung'), 'abstimmen')
  if (!text.ok) return text
  const { fassungId, titel, gelesen } = text.value
  if (gelesen.stand !== textOf(body, 'stand')) return failed(problem('text-has-changed', titel))
  const { konto } = zugang.value
  const { zeitpunkt, heute } = storePorts(req.payload).clock()
  const stimme: Stimme = {
    id: randomUUID(),
    fassungId,
    redaktionId,
    votum,
    grund,
    stand: gelesen.stand,
    vonName: konto.name,
    zeitpunkt,
    tag: heute,
  }
  return inTransaction(
    req.payload,
    async (inner) => {
      await createStimme(inner, { ...stimme, abstimmungId: id, von: konto.id })
      if (!(await isCounted(inner, id, stimme.id))) {
        await removeStimme(inner, stimme.id)
        return failed(problem('abstimmung-is-over'))
      }
      await keepTextstand(inner, fassungId, gelesen)
      await noteEinsicht(inner, konto.id, { fassungId, stand: gelesen.stand }, { zeitpunkt })
      const angaben = { fassungId, titel, votum, redaktionId, stand: gelesen.stand }
      await noteAkt(inner, zugang.value, 'abstimmung-stimme', grund, angaben)
      return success({ id: stimme.id })
    },
    { req },
  )
}

/**
 * Comments: body `{ fassung, text, modul?, worte?, davor?, danach? }`, or an answer `{ antwortAuf, text }`. `worte` are words
 * of the module as it stands; `davor` and `danach` say which ones where they stand there twice. Answers `{ id }`. Problems:
 * those of `laufende` and `allowedFassung`, `text-is-missing`, `query-is-malformed`, `passage-is-not-found`,
 * `comment-is-unknown`.
 */
export async function kommentiere(
  req: PayloadRequest,
  id: string,
  body: DeskDoc,
): Promise<Result<object>> {
  const zugang = await laufende(req, id)
  if (!zugang.ok) return zugang
  const text = textOf(body, 'text')
  if (text === '') return failed(problem('text-is-missing', 'Kommentar'))
  const anlass = await anlassOf(req, id, body)
  if (!anlass.ok) return anlass
  const read = await textIn(req, zugang.value, anlass.value.fassungId, 'kommentieren')
  if (!read.ok) return read
  const { fassungId, titel, gelesen } = read.value
  const stelle = stelleOf(gelesen.inhalt, anlass.value.modul, body)
  if (!stelle.ok) return stelle
  const sprecher = await sprecherOf(req, zugang.value)
  if (sprecher === null) return failed(problem('access-denied'))
  const { konto } = zugang.value
  const { zeitpunkt } = storePorts(req.payload).clock()
  return inTransaction(
    req.payload,
    async (inner) => {
      const kommentarId = await createKommentar(inner, {
        abstimmungId: id,
        fassungId,
        modul: anlass.value.modul,
        stelle: stelle.value,
        antwortAuf: anlass.value.antwortAuf,
        text,
        ...sprecher,
        von: konto.id,
        vonName: konto.name,
        zeitpunkt,
      })
      const angaben = { kommentar: kommentarId, fassungId, titel, modul: anlass.value.modul }
      await noteAkt(inner, zugang.value, 'abstimmung-kommentar', null, angaben)
      return success({ id: kommentarId })
    },
    { req },
  )
}

/**
 * Settles a remark or opens it again: body `{ kommentar }`; for whoever leads and the Redaktion that made it. Answers `{ id }`.
 * Problems: those of `laufende`, `access-denied`, `comment-is-unknown`.
 */
export async function erledige(
  req: PayloadRequest,
  id: string,
  kommentarId: string,
  istErledigt: boolean,
): Promise<Result<object>> {
  const zugang = await laufende(req, id)
  if (!zugang.ok) return zugang
  const { konto, fuehrt, eigene } = zugang.value
  const kommentar = (await readKommentare(req, id)).find((each) => each.id === kommentarId)
  if (kommentar?.antwortAuf !== null) return failed(problem('comment-is-unknown'))
  if (!fuehrt && !eigene.includes(kommentar.redaktionId)) return failed(problem('access-denied'))
  const { zeitpunkt } = storePorts(req.payload).clock()
  return inTransaction(
    req.payload,
    async (inner) => {
      const erledigt = istErledigt ? { vonName: konto.name, am: zeitpunkt } : null
      await settleKommentar(inner, kommentarId, erledigt)
      const akt = istErledigt ? 'abstimmung-kommentar-erledigt' : 'abstimmung-kommentar-offen'
      await noteAkt(inner, zugang.value, akt, null, { kommentar: kommentarId })
      return success({ id: kommentarId })
    },
    { req },
  )
}

/**
 * Notes up to which contents the person has read a text: body `{ fassung, stand, erstmals? }`; `erstmals` notes it only where
 * nothing is noted yet. No act of a consultation, so the audit does not hear of it. Answers `{ stand }`. Problems: those of
 * `zugangTo`, `fassung-is-unknown`, `text-has-changed`.
 */
export async function merkeEinsicht(
  req: PayloadRequest,
  id: string,
  body: DeskDoc,
): Promise<Result<object>> {
  const zugang = await zugangTo(req, id)
  if (!zugang.ok) return zugang
  const fassungId = textOf(body, 'fassung')
  if (!zugang.value.abstimmung.fassungIds.includes(fassungId))
    return failed(problem('fassung-is-unknown'))
  const doc = await fassungForRead(req, fassungId)
  if (!doc.ok) return doc
  const gelesen = gelesenFrom(doc.value)
  if (gelesen?.stand !== textOf(body, 'stand')) return failed(problem('text-has-changed'))
  const { zeitpunkt } = storePorts(req.payload).clock()
  const nurErste = body['erstmals'] === true
  const { konto } = zugang.value
  return inTransaction(
    req.payload,
    async (inner) => {
      const { stand } = gelesen
      await keepTextstand(inner, fassungId, gelesen)
      await noteEinsicht(inner, konto.id, { fassungId, stand }, { zeitpunkt, nurErste })
      return success({ stand })
    },
    { req },
  )
}

type Text = { readonly fassungId: string; readonly titel: string; readonly gelesen: Gelesen }

/** A text of the consultation with which the table lets the person do this now. */
async function textIn(
  req: PayloadRequest,
  { abstimmung }: Zugang,
  fassungId: string,
  aktion: Aktion,
): Promise<Result<Text>> {
  if (!abstimmung.fassungIds.includes(fassungId)) return failed(problem('fassung-is-unknown'))
  const lage = await allowedFassung(req, aktion, fassungId)
  if (!lage.ok) return lage
  const titel = textOf(lage.value.doc, 'titel')
  const gelesen = gelesenFrom(lage.value.doc)
  return gelesen
    ? success({ fassungId, titel, gelesen })
    : failed(problem('text-has-changed', titel))
}

function voterIn({ stimmtFuer }: Zugang, wanted: string | null): string | null {
  if (wanted !== null) return stimmtFuer.includes(wanted) ? wanted : null
  return stimmtFuer.length === 1 ? (stimmtFuer[0] ?? null) : null
}

/**
 * Whether the vote will be in the record. While the consultation runs it will. Where it has been ended meanwhile (MongoDB:
 * nothing holds two acts apart there), the record says so as soon as it is written.
 */
async function isCounted(req: PayloadRequest, id: string, stimmeId: string): Promise<boolean> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const found = await findAbstimmung(req, id)
    if (!found) return false
    if (found.abstimmung.zustand === 'offen') return true
    const niederschrift = niederschriftFrom(found.doc)
    if (niederschrift)
      return niederschrift.texte.some(({ stimmen }) => stimmen.some((each) => each.id === stimmeId))
    await pause(50)
  }
  return false
}

type Anlass = Pick<Kommentar, 'fassungId' | 'modul' | 'antwortAuf'>

/** What is commented on; an answer is about what its remark is about. */
async function anlassOf(req: PayloadRequest, id: string, body: DeskDoc): Promise<Result<Anlass>> {
  const antwortAuf = textOrNull(body, 'antwortAuf')
  if (antwortAuf !== null) {
    const first = (await readKommentare(req, id)).find((each) => each.id === antwortAuf)
    return first?.antwortAuf === null
      ? success({ fassungId: first.fassungId, modul: first.modul, antwortAuf })
      : failed(problem('comment-is-unknown'))
  }
  const modul = textOrNull(body, 'modul')
  if (modul !== null && !isModulname(modul)) return failed(problem('query-is-malformed', 'Modul'))
  return success({ fassungId: textOf(body, 'fassung'), modul, antwortAuf: null })
}

/** The quoted passage as it stands in the text now; null where the remark is on more than a passage. */
function stelleOf(
  inhalt: FassungInhalt,
  modul: Modulname | null,
  body: DeskDoc,
): Result<Stelle | null> {
  const worte = textOf(body, 'worte')
  if (worte === '' || textOrNull(body, 'antwortAuf') !== null) return success(null)
  if (modul === null) return failed(problem('query-is-malformed', 'Modul'))
  const text = lesetext(inhalt, modul)
  const [davor, danach] = [rawOf(body, 'davor'), rawOf(body, 'danach')]
  const found = findStelle(text, { worte, davor, danach })
  return found ? success(stelleIn(text, found)) : failed(problem('passage-is-not-found', 'Stelle'))
}

/** Blanks at the ends tell one place from another. */
function rawOf(body: DeskDoc, name: string): string {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}

/** In whose name the person speaks: of a participant, of the leading Redaktion, or of the own one. */
async function sprecherOf(
  req: PayloadRequest,
  { abstimmung, eigene, stimmtFuer }: Zugang,
): Promise<Pick<Kommentar, 'redaktionId' | 'redaktionName'> | null> {
  const user = userOf(req)
  const leads = eigene.find((id) => id === abstimmung.redaktionId)
  const redaktionId = leads ?? stimmtFuer[0] ?? (user && redaktionIdOf(user))
  if (redaktionId === null) return null
  const names = await namesOfRedaktionen(req, [redaktionId])
  return { redaktionId, redaktionName: names.get(redaktionId) ?? 'Redaktion' }
}
