import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { findSchweigefrist } from '#commands/answerSchweigefrist.ts'
import type { Abstimmung } from '#core/abstimmung/abstimmung.ts'
import { gespraecheOf } from '#core/abstimmung/kommentar.ts'
import { faelligeErinnerungen } from '#core/abstimmung/nachrichten.ts'
import type { Benannt } from '#core/abstimmung/niederschrift.ts'
import type {
  Abstimmungsseite,
  BenannteStimme,
  Schweigefrage,
  Textblatt,
  Textzeile,
} from '#core/abstimmung/seite.ts'
import { ergebnisOf, type GeltendeStimme } from '#core/abstimmung/stimmen.ts'
import { success, type Result } from '#core/ergebnis.ts'
import type { FassungId } from '#core/fassung/fassung.ts'
import type { FassungInhalt, Modulname } from '#core/fassung/module.ts'
import { genannterTag, SELBSTVERWALTUNGSMODULE } from '#core/fassung/schweigefrist.ts'
import { EBENEN, type Ebene } from '#core/gebiet/gebiet.ts'
import {
  newestFolgenummer,
  objektKey,
  reiheKey,
  zeitgrenzenAt,
  type Chronik,
} from '#core/log/chronik.ts'
import { reiheAt } from '#core/log/snapshot.ts'
import type { Anker } from '#core/rechtsnorm/anker.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { allows, lageOf, type Lage } from '#collections/allowedFassung.ts'
import { readBasis } from '#collections/abstimmungEroeffnen.ts'
import { readStimmlage, type Stimmlage } from '#collections/abstimmungFuehren.ts'
import { readWahl, type Wahl } from '#collections/abstimmungWahl.ts'
import { zugangTo, type Zugang } from '#collections/abstimmungZugang.ts'
import {
  gelesenFrom,
  niederschriftFrom,
  offeneAbstimmungen,
  readEinsichten,
  readKommentare,
  readTextstand,
  sendNachrichten,
} from '#store/abstimmungen.ts'
import { inTransaction } from '#store/database/inTransaction.ts'
import { relationOf, textOf, type DeskDoc } from '#store/desk/read.ts'
import { storePorts } from '#store/ports.ts'
import { namesOfRedaktionen } from '#store/redaktionsnamen.ts'

/**
 * Everything that the page of a consultation shows to whoever asks; with the id of a text that text to read, otherwise the
 * first on which they owe a vote. Problems: those of `zugangTo`.
 */
export async function readAbstimmungsseite(
  req: PayloadRequest,
  id: string,
  wanted: string | null,
): Promise<Result<Abstimmungsseite>> {
  const read = await zugangTo(req, id)
  if (!read.ok) return read
  const zugang = read.value
  const { abstimmung, doc, fuehrt, konto } = zugang
  const { heute } = storePorts(req.payload).clock()
  const lage = await readStimmlage(req, abstimmung)
  const lagen = await readLagen(req, abstimmung.fassungIds)
  const names = await namesOfRedaktionen(req, [abstimmung.redaktionId, ...abstimmung.teilnehmerIds])
  const named = (redaktionId: string): Benannt => ({
    redaktionId,
    name: names.get(redaktionId) ?? 'Redaktion',
  })
  const kommentare = await readKommentare(req, id)
  const gesehen = await readEinsichten(req, konto.id, abstimmung.fassungIds)
  const niederschrift = niederschriftFrom(doc)
  const ergebnis = niederschrift ?? ergebnisOf(abstimmung, lage.geltende)
  const titelOf = (fassungId: FassungId): string =>
    textOf(lagen.get(fassungId)?.doc ?? {}, 'titel') ||
    (niederschrift?.texte.find((each) => each.fassungId === fassungId)?.titel ?? 'Text')
  const texte = ergebnis.texte.map((each): Textzeile => {
    const { fassungId, zustimmungen, ablehnungen, enthaltungen, ohneStimme } = each
    const own = lagen.get(fassungId)
    const stand = own ? (gelesenFrom(own.doc)?.stand ?? null) : null
    const seen = gesehen.get(fassungId)
    return {
      fassungId,
      titel: titelOf(fassungId),
      stand,
      zustand: own?.ablauf.zustand ?? null,
      geaendert: seen === undefined ? null : seen !== stand,
      ergebnis: {
        fassungId,
        zustimmungen,
        ablehnungen,
        enthaltungen,
        ohneStimme,
        aufFrueheremStand: each.aufFrueheremStand,
        ausgang: each.ausgang,
      },
      meine: lage.geltende
        .filter(
          (stimme) =>
            stimme.fassungId === fassungId && zugang.stimmtFuer.includes(stimme.redaktionId),
        )
        .map((stimme) => ({ ...stimme, ...named(stimme.redaktionId) })),
      offeneKommentare: kommentare.filter(
        (kommentar) =>
          kommentar.fassungId === fassungId &&
          kommentar.antwortAuf === null &&
          kommentar.erledigt === null,
      ).length,
      ...rechteOf(zugang, own),
    }
  })
  const text = pick(texte, lage, zugang, wanted)
  return success({
    heute,
    abstimmung,
    zeitgrenze: await readZeitgrenze(req, abstimmung),
    tag: await readTag(req, abstimmung),
    fuehrend: named(abstimmung.redaktionId),
    teilnehmer: abstimmung.teilnehmerIds.map(named),
    ich: { fuehrt, stimmtFuer: zugang.stimmtFuer.map(named) },
    ergebnis: { ausgang: ergebnis.ausgang, texte: texte.map((each) => each.ergebnis) },
    schuldner: lage.schuldner.map(({ redaktionId, ohneStimme, aufFrueheremStand }) => ({
      ...named(redaktionId),
      ohneStimme: ohneStimme.length,
      aufFrueheremStand: aufFrueheremStand.length,
    })),
    texte,
    text: text && (await readBlatt(req, text, { lage, named, gesehen, kommentare })),
    niederschrift,
    schweigefristen: await readSchweigefragen(req, zugang, lage),
  })
}

/** What pages outside of a request of Payload's read, in the name of the account that the headers say. */
export function createAbstimmungReader(payload: Payload): {
  readonly seite: (
    headers: Headers,
    id: string,
    text: string | null,
  ) => Promise<Abstimmungsseite | null>
  readonly wahl: (headers: Headers) => Promise<Wahl>
} {
  const requestOf = async (headers: Headers): Promise<PayloadRequest> => {
    const { user } = await payload.auth({ headers })
    return createLocalReq(user ? { user } : {}, payload)
  }
  return {
    seite: async (headers, id, text) => {
      const seite = await readAbstimmungsseite(await requestOf(headers), id, text)
      return seite.ok ? seite.value : null
    },
    wahl: async (headers) => readWahl(await requestOf(headers)),
  }
}

/**
 * Sends the reminders that are due. What is due follows from Frist and votes, and each has a key of its own: a night that was
 * left out is made good, one that is repeated says nothing twice. Returns how many were new.
 */
export async function sendErinnerungen(payload: Payload): Promise<number> {
  const { heute, zeitpunkt } = storePorts(payload).clock()
  let sent = 0
  for (const abstimmung of await offeneAbstimmungen(payload)) {
    const { schuldner } = await readStimmlage({ payload }, abstimmung)
    const due = faelligeErinnerungen(abstimmung, schuldner, heute)
    if (due.length === 0) continue
    const vertraulich = abstimmung.embargo
    sent += await inTransaction(payload, (req) =>
      sendNachrichten(req, due, { zeitpunkt, vertraulich }),
    )
  }
  return sent
}

/** The texts that the person may read, each with what counts in the table. */
async function readLagen(
  req: PayloadRequest,
  ids: readonly FassungId[],
): Promise<ReadonlyMap<FassungId, Lage>> {
  const lagen = new Map<FassungId, Lage>()
  for (const id of ids) {
    const lage = await lageOf(req, id)
    if (lage.ok) lagen.set(id, lage.value)
  }
  return lagen
}

function rechteOf(
  { abstimmung, fuehrt, stimmtFuer }: Zugang,
  lage: Lage | undefined,
): Pick<Textzeile, 'darfAbstimmen' | 'darfKommentieren' | 'darfWiederVorlegen'> {
  const isOpen = abstimmung.zustand === 'offen' && lage !== undefined
  return {
    darfAbstimmen: isOpen && stimmtFuer.length > 0 && allows(lage, 'abstimmen').ok,
    darfKommentieren: isOpen && allows(lage, 'kommentieren').ok,
    darfWiederVorlegen: isOpen && fuehrt && allows(lage, 'zur-abstimmung').ok,
  }
}

/** The text that was asked for, else the first on which the person owes a vote, else the first that they may read. */
function pick(
  texte: readonly Textzeile[],
  { schuldner }: Stimmlage,
  { stimmtFuer }: Zugang,
  wanted: string | null,
): Textzeile | null {
  const readable = texte.filter(({ zustand }) => zustand !== null)
  const owed = new Set(
    schuldner
      .filter(({ redaktionId }) => stimmtFuer.includes(redaktionId))
      .flatMap(({ ohneStimme, aufFrueheremStand }) => [...ohneStimme, ...aufFrueheremStand]),
  )
  return (
    readable.find(({ fassungId }) => fassungId === wanted) ??
    readable.find(({ fassungId }) => owed.has(fassungId)) ??
    readable[0] ??
    null
  )
}

async function readBlatt(
  req: PayloadRequest,
  { fassungId, stand }: Textzeile,
  {
    lage,
    named,
    gesehen,
    kommentare,
  }: {
    readonly lage: Stimmlage
    readonly named: (redaktionId: string) => Benannt
    readonly gesehen: ReadonlyMap<FassungId, string>
    readonly kommentare: Parameters<typeof gespraecheOf>[0]
  },
): Promise<Textblatt | null> {
  const doc = lage.docs.get(fassungId)
  const gelesen = doc ? gelesenFrom(doc) : null
  if (!doc || !gelesen) return null
  const seen = gesehen.get(fassungId)
  const hasChanged = seen !== undefined && seen !== stand
  const basis = await readBasis(req, [{ id: fassungId, basis: relationOf(doc, 'basis') }])
  const ofText = (each: { readonly fassungId: FassungId }): boolean => each.fassungId === fassungId
  const stimmen = lage.geltende.filter(ofText)
  return {
    fassungId,
    leistungId: relationOf(doc, 'leistung') ?? '',
    inhalt: gelesen.inhalt,
    zuletzt: hasChanged ? await readTextstand(req, fassungId, seen) : null,
    basis: basis.get(fassungId) ?? null,
    stimmen: stimmen.map((stimme: GeltendeStimme): BenannteStimme => ({
      ...stimme,
      ...named(stimme.redaktionId),
    })),
    gespraeche: gespraecheOf(kommentare.filter(ofText)),
  }
}

async function readZeitgrenze(
  req: PayloadRequest,
  { zeitgrenzeId }: Abstimmung,
): Promise<string | null> {
  if (zeitgrenzeId === null) return null
  const doc = await req.payload.db.findOne<DeskDoc & { id: string }>({
    collection: 'zeitgrenzen',
    where: { id: { equals: zeitgrenzeId } },
    req,
  })
  return doc ? textOf(doc, 'titel') : null
}

async function readTag(
  req: PayloadRequest,
  { zeitgrenzeId }: Abstimmung,
): Promise<CalendarDay | null> {
  if (zeitgrenzeId === null) return null
  const chronik = await storePorts(req.payload).chronik()
  return genannterTag(zeitgrenzenAt(chronik, newestFolgenummer(chronik))(zeitgrenzeId))
}

/** What silence would end in released texts of the person's Redaktionen. */
async function readSchweigefragen(
  req: PayloadRequest,
  { abstimmung, eigene }: Zugang,
  { docs }: Stimmlage,
): Promise<readonly Schweigefrage[]> {
  if (abstimmung.schweigefristTage === 0 || eigene.length === 0) return []
  const leistungIds = [...docs.values()].flatMap((doc) => relationOf(doc, 'leistung') ?? [])
  const { docs: own } = await req.payload.find({
    collection: 'fassungen',
    where: {
      and: [
        { leistung: { in: leistungIds } },
        { redaktion: { in: [...eigene] } },
        { zustand: { equals: 'freigegeben' } },
      ],
    },
    depth: 1,
    limit: 0,
    pagination: false,
    overrideAccess: false,
    req,
  })
  const chronik = await storePorts(req.payload).chronik()
  const rows = new Map<string, DeskDoc>()
  for (const doc of own as unknown as readonly DeskDoc[]) rows.set(rowOf(doc).key, doc)
  const fragen: Schweigefrage[] = []
  for (const doc of rows.values()) {
    const frage = await frageOf(req, chronik, abstimmung.id, doc)
    if (frage) fragen.push(frage)
  }
  return fragen
}

async function frageOf(
  req: PayloadRequest,
  chronik: Chronik,
  abstimmungId: string,
  doc: DeskDoc,
): Promise<Schweigefrage | null> {
  const ports = storePorts(req.payload)
  const { heute } = ports.clock()
  const { leistungId, ebene, gebietId, key } = rowOf(doc)
  const schweigefristId = `${abstimmungId}.${leistungId}`
  const found = findSchweigefrist(chronik, schweigefristId)
  if (!found.ok) return null
  const { beleg, fristende } = found.value
  const frist = beleg.wert.wert
  if (EBENEN.indexOf(ebene) <= EBENEN.indexOf(frist.ebene)) return null
  const tag = expectedDay(chronik, beleg.wert.beginn) ?? heute
  const text = reiheAt(chronik, key, newestFolgenummer(chronik)).abschnitte.find(
    ({ ab, bis }) => ab <= tag && (bis === null || tag < bis),
  )
  // A text that was released after the period began is an answer itself (zeit.md, rule 11).
  if (!text || text.beleg.folgenummer > beleg.folgenummer) return null
  const hash = text.beleg.wert.inhalt
  const inhalt = (await ports.getInhalte([hash])).get(hash) as FassungInhalt
  const module = frist.module.filter(
    (name: Modulname) => inhalt[name]?.modus === 'ersetzen' && !SELBSTVERWALTUNGSMODULE.has(name),
  )
  if (module.length === 0) return null
  const answer = chronik.objekte
    .get(objektKey({ art: 'rueckmeldung', id: `${schweigefristId}.${ebene}.${gebietId}` }))
    ?.at(-1)?.wert
  const kept = answer?.art === 'rueckmeldung' ? answer.wert.module : []
  return {
    schweigefristId,
    leistung: nameIn(doc, 'leistung', 'Leistung'),
    ebene,
    gebietId,
    gebiet: nameIn(doc, 'gebiet', 'Gebiet'),
    fristende,
    istVorbei: heute > fristende,
    module,
    bleiben: module.filter((name) => kept.includes(name)),
  }
}

/** The law's day, bestimmt or only expected. */
function expectedDay(chronik: Chronik, anker: Anker): CalendarDay | null {
  if (anker.art === 'tag') return anker.tag
  return genannterTag(zeitgrenzenAt(chronik, newestFolgenummer(chronik))(anker.zeitgrenzeId))
}

function rowOf(doc: DeskDoc): {
  readonly leistungId: string
  readonly ebene: Ebene
  readonly gebietId: string
  readonly key: string
} {
  const leistungId = relationOf(doc, 'leistung') ?? ''
  const gebietId = relationOf(doc, 'gebiet') ?? ''
  const ebene = EBENEN.find((known) => known === doc['ebene']) ?? 'gemeinde'
  return { leistungId, ebene, gebietId, key: reiheKey({ leistungId, ebene, gebietId }) }
}

function nameIn(doc: DeskDoc, field: string, fallback: string): string {
  const related = doc[field]
  return typeof related === 'object' && related !== null
    ? textOf(related as DeskDoc, 'name') || fallback
    : fallback
}
