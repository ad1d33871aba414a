import { randomUUID } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import {
  readElternaenderungen,
  tageOfEntwurf,
  type ElternPorts,
} from '#commands/readElternhinweise.ts'
import { isUnveroeffentlicht } from '#core/ablauf/ablauf.ts'
import { vorschlagFor, type Wahl } from '#core/fassung/dreiwege.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import {
  elternschichten,
  uebersichtAbove,
  type Elternaenderungsworte,
  type Ort,
} from '#core/fassung/elternstand.ts'
import type { Entwurf, Inhaltshash } from '#core/fassung/fassung.ts'
import { modulLabel, type FassungInhalt, type Modulname } from '#core/fassung/module.ts'
import { wertOfModul, type Modulzeichen } from '#core/fassung/modulzeichen.ts'
import { laufendeFristen, spaltenOf, type Spaltenteil } from '#core/fassung/spalten.ts'
import { uebernimm, vergleicheEltern, type Uebernahme } from '#core/fassung/uebernehmen.ts'
import { wortlautOf } from '#core/fassung/wortlaut.ts'
import type { Ebene } from '#core/gebiet/gebiet.ts'
import { newestFolgenummer, reiheKey, zeitgrenzenAt, type Chronik } from '#core/log/chronik.ts'
import { newestPair, reiheAt } from '#core/log/snapshot.ts'
import type { Uebersicht } from '#core/log/uebersicht.ts'
import { effectiveDay, festerTag, type Anker } from '#core/rechtsnorm/anker.ts'
import { parseCalendarDay, type CalendarDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { hasRolle, userOf } from '#collections/access.ts'
import { allowedFassung, type Lage } from '#collections/allowedFassung.ts'
import { answer, bodyOf } from '#collections/answer.ts'
import { readableFassung } from '#collections/editableFassung.ts'
import { inTransaction } from '#store/database/inTransaction.ts'
import { deskInhalt } from '#store/desk/module.ts'
import { relationOf, rowsOf, textOf, textOrNull, type DeskDoc } from '#store/desk/read.ts'
import {
  elternPorts,
  elternentwurfFrom,
  leeresModul,
  ortOf,
  recordElternentscheid,
} from '#store/eltern.ts'
import { entwurfPorts } from '#store/entwurf.ts'
import { storePorts } from '#store/ports.ts'
import { appendProtokoll } from '#store/protokoll.ts'
import type { Elternentwurf } from '#ports/eltern.ts'

/** What a text inherits, and what to do when that changes, beside the other acts on a text. */
export const elternEndpoints: Endpoint[] = [
  { path: '/:id/schichten', method: 'get', handler: (req) => answer(schichten(req)) },
  { path: '/:id/ergebnis', method: 'post', handler: (req) => answer(ergebnis(req)) },
  { path: '/ergebnis', method: 'post', handler: (req) => answer(ergebnisOfNew(req)) },
  { path: '/:id/eltern', method: 'get', handler: (req) => answer(eltern(req)) },
  { path: '/:id/uebernehmen', method: 'post', handler: (req) => answer(uebernehmen(req)) },
  { path: '/:id/eltern-abgelehnt', method: 'post', handler: (req) => answer(ablehnen(req)) },
]

/** A part of a column as the desk shows it: who says it, and its words as `Html`. */
export type SpaltenteilV1 = {
  readonly von: string
  readonly ebene: Ebene
  readonly istEigen: boolean
  readonly html: string
}

/**
 * The text module by module in three columns. `?stichtag=`: another day than its first one (or today, where that has passed).
 * Answers `{ stichtag, module: [{ modul, titel, geerbt, ergebnis, wirkung, sperre, fristende, hinweis }] }`; `null` in
 * `module` for a text that inherits nothing: of the Bund, in another language, without a place.
 */
async function schichten(req: PayloadRequest): Promise<Result<object>> {
  const doc = await readableFassung(req)
  if (!doc.ok) return doc
  const wanted = req.searchParams.get('stichtag')
  const stichtag = wanted === null ? success(null) : parseCalendarDay(wanted, 'stichtag')
  return stichtag.ok ? columns(req, doc.value, stichtag.value) : stichtag
}

/** The same for what the person is writing this moment: the body is the form, as it would be saved. Changes nothing. */
async function ergebnis(req: PayloadRequest): Promise<Result<object>> {
  const doc = await readableFassung(req)
  if (!doc.ok) return doc
  const { id: _id, elternkenntnis: _e, ...form } = await bodyOf(req)
  return columns(req, { ...doc.value, ...form }, null)
}

/** The same for a text that has not been saved yet. */
async function ergebnisOfNew(req: PayloadRequest): Promise<Result<object>> {
  if (!hasRolle(req, 'administration', 'landesredaktion', 'kommunalredaktion'))
    return failed(problem('access-denied'))
  const { id: _id, elternkenntnis: _e, ...form } = await bodyOf(req)
  return columns(req, form, null)
}

async function columns(
  req: PayloadRequest,
  doc: DeskDoc,
  wanted: CalendarDay | null,
): Promise<Result<object>> {
  const ports = portsOf(req)
  const chronik = await ports.chronik()
  const text = elternentwurfFrom(doc, newestFolgenummer(chronik))
  if (!text) return success({ stichtag: null, module: null })
  const { heute } = ports.clock()
  const stichtag = wanted ?? dayToShow(chronik, text, heute)
  const uebersicht = uebersichtAbove(chronik, text.gebietId, newestPair(chronik, stichtag))
  const hashes = elternschichten(uebersicht, text).map(({ fassung }) => fassung.inhalt)
  const inhalte = await ports.getInhalte([...new Set(hashes)])
  const fristen = laufendeFristen(chronik, uebersicht, text, heute)
  const changes = await changesOf(ports, doc, text)
  const module = spaltenOf(uebersicht, { ...text, eigen: text.inhalt }, inhalte).map((each) => ({
    modul: each.modul,
    titel: modulLabel(each.modul),
    geerbt: each.geerbt.map((teil) => named(uebersicht, teil)),
    ergebnis: each.ergebnis.map((teil) => named(uebersicht, teil)),
    wirkung: each.wirkung,
    sperre: each.sperre,
    fristende: each.wirkung === null ? null : (fristen.get(each.modul) ?? null),
    hinweis: hinweisOf(changes.find(({ modul }) => modul === each.modul)),
  }))
  return success({ stichtag, module })
}

/** The first day of the text, or today while it holds. */
function dayToShow(chronik: Chronik, text: Elternentwurf, heute: CalendarDay): CalendarDay {
  if (!chronik.fassungen.has(text.fassungId)) {
    const { ab } = tageOfEntwurf(chronik, text, heute)
    return ab > heute ? ab : heute
  }
  const { abschnitte } = reiheAt(chronik, reiheKey(text), newestFolgenummer(chronik))
  const own = abschnitte.filter(({ beleg }) => beleg.wert.id === text.fassungId)
  const next = own.find(({ bis }) => bis === null || bis > heute) ?? own.at(-1)
  return next && next.ab > heute ? next.ab : heute
}

function named(uebersicht: Uebersicht, { herkunft, istEigen, html }: Spaltenteil): SpaltenteilV1 {
  const { ebene, gebietId } = herkunft
  const gebiet = uebersicht.gebiete.byId.get(gebietId)?.name ?? ''
  const von = ebene === 'bund' ? 'Bund' : ebene === 'land' ? 'Land' : gebiet
  return { von, ebene, istEigen, html }
}

function hinweisOf(change: Elternaenderungsworte | undefined): object | null {
  if (!change) return null
  const { ab, basis, neu } = change
  return { ab, tag: formatDayLong(ab), basis, neu }
}

/**
 * The changes of the inherited text that wait for a decision, compared three ways. Answers `{ module: [{ modul, titel, ab, tag, basis,
 * neu, eigen, modus, stuecke: [{ nummer, art, vorschlag, basis, eltern, eigen, davor, danach }] }] }`; in `stuecke` what
 * differs, as `Html`, with the words around it. `eigen` is the hash of the own module that was compared.
 */
async function eltern(req: PayloadRequest): Promise<Result<object>> {
  const doc = await readableFassung(req)
  if (!doc.ok) return doc
  const ports = portsOf(req)
  const found = await comparable(ports, doc.value)
  return success({ module: found.map((each) => presentVergleich(each, ports.hash)) })
}

/** A change with the own words that it meets. */
type Vergleich = {
  readonly change: Elternaenderungsworte
  readonly eigen: NonNullable<FassungInhalt[Modulname]>
}

async function comparable(ports: ElternPorts, doc: DeskDoc): Promise<readonly Vergleich[]> {
  const text = elternentwurfFrom(doc, newestFolgenummer(await ports.chronik()))
  if (!text) return []
  const changes = await changesOf(ports, doc, text)
  return changes.flatMap((change) => {
    const eigen = text.inhalt[change.modul]
    return eigen ? [{ change, eigen }] : []
  })
}

function presentVergleich({ change, eigen }: Vergleich, hash: ElternPorts['hash']): object {
  const { modul, ab, basis, neu, worte } = change
  const stuecke = vergleicheEltern({ modul, eigen, ...worte })
  const words = (zeichen: readonly Modulzeichen[] = []): string => htmlOf(modul, zeichen)
  return {
    modul,
    titel: modulLabel(modul),
    ab,
    tag: formatDayLong(ab),
    basis,
    neu,
    eigen: hash(eigen),
    modus: eigen.modus,
    eigenerText: wortlautOf(modul, eigen.wert as never),
    neuerText: words(worte.neu),
    stuecke: stuecke.flatMap((stueck, nummer) => {
      if (stueck.art === 'gleich') return []
      return [
        {
          nummer,
          art: stueck.art,
          vorschlag: vorschlagFor(stueck),
          basis: words(stueck.basis),
          eltern: words(stueck.eltern),
          eigen: words(stueck.eigen),
          davor: plainWords(stuecke[nummer - 1]?.eigen)
            .slice(-AROUND)
            .join(' '),
          danach: plainWords(stuecke[nummer + 1]?.eigen)
            .slice(0, AROUND)
            .join(' '),
        },
      ]
    }),
  }
}

/** Words around a stretch that tell where it is. */
const AROUND = 8

function htmlOf(modul: Modulname, zeichen: readonly Modulzeichen[]): string {
  return zeichen.length === 0 ? '' : wortlautOf(modul, wertOfModul(modul, zeichen))
}

function plainWords(zeichen: readonly Modulzeichen[] = []): readonly string[] {
  return zeichen.flatMap((each) =>
    each.art === 'wort' ? [each.teile.map(({ text }) => text).join('')] : [],
  )
}

/**
 * Takes a change over. Body `{ modul, wahl: 'alles' | { [nummer]: 'eigen' | 'eltern' | 'beide' }, basis, neu, eigen }`, the hashes
 * as `eltern` gave them. Into the draft; for a released text into a new draft on top of it, which begins with the
 * parent's day. Answers `{ id }` of the draft. Problems: `parent-change-is-unknown`, `parent-change-is-outdated`,
 * `choice-is-missing`, those of `allowedFassung`.
 */
async function uebernehmen(req: PayloadRequest): Promise<Result<object>> {
  const lage = await decidable(req)
  if (!lage.ok) return lage
  const body = await bodyOf(req)
  const ports = portsOf(req)
  const found = await wantedChange(ports, lage.value.doc, body)
  if (!found.ok) return found
  const { change, eigen } = found.value
  const { modul, worte } = change
  const beitrag = uebernimm({ modul, eigen, ...worte }, uebernahmeFrom(body))
  if (!beitrag.ok) return beitrag
  const isDraft = isUnveroeffentlicht(lage.value.ablauf.zustand)
  return inTransaction(
    req.payload,
    async (inner) => {
      const id = isDraft
        ? await writeModul(inner, lage.value.doc, modul, beitrag.value)
        : await writeFolgefassung(inner, ports, lage.value.doc, found.value, beitrag.value)
      if (id === null) return failed(problem('parent-change-is-outdated'))
      await record(inner, lage.value, change, { entscheidung: 'uebernommen', grund: null, id })
      return success({ id })
    },
    { req },
  )
}

/** Leaves a change aside for good: body `{ modul, grund, basis, neu }`. Answers `{ modul }`. */
async function ablehnen(req: PayloadRequest): Promise<Result<object>> {
  const lage = await decidable(req)
  if (!lage.ok) return lage
  const body = await bodyOf(req)
  const grund = textOrNull(body, 'grund')
  if (grund === null) return failed(problem('reason-is-missing', 'Grund'))
  const found = await wantedChange(portsOf(req), lage.value.doc, { ...body, eigen: undefined })
  if (!found.ok) return found
  const { change } = found.value
  await inTransaction(
    req.payload,
    (inner) => record(inner, lage.value, change, { entscheidung: 'abgelehnt', grund, id: null }),
    { req },
  )
  return success({ modul: change.modul })
}

/** A draft's change is decided by whoever writes it, that of a released text by whoever may follow it up. */
async function decidable(req: PayloadRequest): Promise<Result<Lage>> {
  const draft = await allowedFassung(req, 'bearbeiten')
  if (draft.ok || !draft.problems.some(({ code }) => code === 'fassung-is-released')) return draft
  return allowedFassung(req, 'folgefassung')
}

async function wantedChange(
  ports: ElternPorts,
  doc: DeskDoc,
  body: DeskDoc,
): Promise<Result<Vergleich>> {
  const found = (await comparable(ports, doc)).find(({ change }) => change.modul === body['modul'])
  if (!found) return failed(problem('parent-change-is-unknown'))
  const { basis, neu } = found.change
  const seen: readonly (readonly [unknown, Inhaltshash])[] = [
    [body['basis'], basis],
    [body['neu'], neu],
    [body['eigen'], ports.hash(found.eigen)],
  ]
  const isOutdated = seen.some(([said, is]) => typeof said === 'string' && said !== is)
  return isOutdated ? failed(problem('parent-change-is-outdated')) : success(found)
}

function uebernahmeFrom({ wahl }: DeskDoc): Uebernahme {
  if (wahl === 'alles') return 'alles'
  if (typeof wahl !== 'object' || wahl === null) return {}
  const known: readonly unknown[] = ['eigen', 'eltern', 'beide']
  return Object.fromEntries(
    Object.entries(wahl).filter((entry): entry is [string, Wahl] => known.includes(entry[1])),
  )
}

type Beitrag = FassungInhalt[Modulname] | null

/** Writes one module of a draft as whoever asks may write it; what else stands in the draft stays. */
async function writeModul(
  req: PayloadRequest,
  doc: DeskDoc,
  modul: Modulname,
  beitrag: Beitrag,
): Promise<string> {
  const id = textOf(doc, 'id')
  const desk = beitrag ? deskInhalt({ [modul]: beitrag }) : leeresModul(modul)
  const others = rowsOf(doc, 'weblinks').filter((row) => row['modul'] !== modul)
  const weblinks = [...others, ...rowsOf(desk, 'weblinks')]
  await req.payload.update({
    collection: 'fassungen',
    id,
    data: { [modul]: desk[modul], weblinks },
    depth: 0,
    overrideAccess: false,
    req,
  })
  return id
}

/** The draft on top of the released text that begins with the parent's day: begun, or gone on with. Null: it says something else. */
async function writeFolgefassung(
  req: PayloadRequest,
  ports: ElternPorts,
  doc: DeskDoc,
  { change: { modul, ab }, eigen }: Vergleich,
  beitrag: Beitrag,
): Promise<string | null> {
  const chronik = await ports.chronik()
  const released = chronik.fassungen.get(textOf(doc, 'id'))?.wert
  if (!released) return null
  const beginn = beginOf(chronik, released, ab, ports.clock().heute)
  const begun = await begunFolgefassung(req, chronik, released.id, beginn)
  if (begun) {
    const text = elternentwurfFrom(begun, newestFolgenummer(chronik))
    const isUntouched = text && ports.hash(text.inhalt[modul] ?? null) === ports.hash(eigen)
    return isUntouched ? writeModul(req, begun, modul, beitrag) : null
  }
  const text = elternentwurfFrom(doc, newestFolgenummer(chronik))
  const { [modul]: _old, ...rest } = text?.inhalt ?? {}
  const entwurf: Entwurf = {
    ...released,
    id: randomUUID(),
    beginn,
    ende: null,
    danach: 'nichts',
    basis: released.id,
    berichtigt: null,
    inhalt: { ...rest, ...(beitrag ? { [modul]: beitrag } : {}) },
  }
  const { wiederaufgenommen: _w, ...neu } = entwurf
  await entwurfPorts(req).createEntwurf(neu)
  return entwurf.id
}

/** The anchor that makes the parent's day, so that a move moves both; today where that day has passed. */
function beginOf(chronik: Chronik, ort: Ort, ab: CalendarDay, heute: CalendarDay): Anker {
  if (ab <= heute) return festerTag(heute)
  const uebersicht = uebersichtAbove(chronik, ort.gebietId, newestPair(chronik, ab))
  const parent = elternschichten(uebersicht, ort).findLast((each) => each.ab === ab)
  const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
  const beginn = parent?.fassung.beginn
  return beginn && effectiveDay(beginn, lookup) === ab ? beginn : festerTag(ab)
}

async function begunFolgefassung(
  req: PayloadRequest,
  chronik: Chronik,
  basis: string,
  beginn: Anker,
): Promise<DeskDoc | undefined> {
  const { docs } = await req.payload.find({
    collection: 'fassungen',
    where: {
      and: [
        { basis: { equals: basis } },
        { zustand: { in: ['entwurf', 'in-abstimmung'] } },
        { sprache: { equals: 'de' } },
      ],
    },
    sort: '-updatedAt',
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: false,
    req,
  })
  const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
  const rows = docs as unknown as readonly DeskDoc[]
  return rows.find((row) => {
    const text = elternentwurfFrom(row, newestFolgenummer(chronik))
    const own = text?.beginn ? effectiveDay(text.beginn, lookup) : null
    return own !== null && own === effectiveDay(beginn, lookup)
  })
}

async function record(
  req: PayloadRequest,
  { doc, ablauf }: Lage,
  { modul, basis, neu, ab }: Elternaenderungsworte,
  decision: {
    readonly entscheidung: 'uebernommen' | 'abgelehnt'
    readonly grund: string | null
    readonly id: string | null
  },
): Promise<void> {
  const user = userOf(req)
  const ort = ortOf(doc)
  if (!ort) return
  const { entscheidung, grund, id: entwurf } = decision
  const [von, vonName] = [user?.id ?? 'system', user?.name ?? 'system']
  await recordElternentscheid(req, {
    ort,
    fassungId: textOf(doc, 'id'),
    redaktionId: relationOf(doc, 'redaktion') ?? '',
    modul,
    basis,
    neu,
    entscheidung,
    grund,
    von,
    vonName,
    am: storePorts(req.payload).clock().zeitpunkt,
    entwurf,
  })
  await appendProtokoll(req.payload, req, {
    akt: `elterntext-${entscheidung}`,
    gegenstand: { art: 'fassungen', id: textOf(doc, 'id'), titel: textOf(doc, 'titel') },
    redaktionId: relationOf(doc, 'redaktion'),
    von,
    vonName,
    grund,
    angaben: { modul, ab, entwurf },
    vertraulich: ablauf.embargo,
  })
}

async function changesOf(
  ports: ElternPorts,
  doc: DeskDoc,
  text: Elternentwurf,
): Promise<readonly Elternaenderungsworte[]> {
  if (textOf(doc, 'id') === '') return []
  const chronik = await ports.chronik()
  return readElternaenderungen(ports, chronik.fassungen.has(text.fassungId) ? text.fassungId : text)
}

function portsOf(req: PayloadRequest): ElternPorts {
  return { ...storePorts(req.payload), ...elternPorts(req) }
}
