import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { previewRelease } from '#commands/previewRelease.ts'
import { rehearsing } from '#commands/rehearse.ts'
import { releaseFassung } from '#commands/releaseFassung.ts'
import {
  isSammelakt,
  sammelakteOf,
  sammelergebnis,
  SAMMELGRENZE,
  schreibt,
  type Einzelergebnis,
  type Sammelakt,
} from '#core/ablauf/sammelaktion.ts'
import { canonicalJson } from '#core/canonicalJson.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { satz } from '#core/errors/deutsch.ts'
import { problem } from '#core/errors/problems.ts'
import { newestFolgenummer, zeitgrenzenAt } from '#core/log/chronik.ts'
import { effectiveDay, type Anker } from '#core/rechtsnorm/anker.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import {
  eroeffneAbstimmung,
  planAbstimmung,
  type Abstimmungswunsch,
} from '#collections/abstimmungEroeffnen.ts'
import { approvable, geheAs, releasable, releaseAs } from '#collections/ablaufEndpoints.ts'
import { allowedFassung, type Lage } from '#collections/allowedFassung.ts'
import { answer, bodyOf } from '#collections/answer.ts'
import { fassungForRead } from '#collections/editableFassung.ts'
import { userOf } from '#collections/access.ts'
import { nextTurn } from '#store/database/nextTurn.ts'
import {
  ankerOrNull,
  deskAnker,
  numberOrNull,
  textOf,
  textOrNull,
  textsOf,
  type DeskDoc,
} from '#store/desk/read.ts'
import { readKonto } from '#store/konto.ts'
import { storePorts } from '#store/ports.ts'

/** One act on many texts: `POST /api/fassungen/sammelaktion`. */
export const sammelEndpoints: Endpoint[] = [
  { path: '/sammelaktion', method: 'post', handler: (req) => answer(sammelaktion(req)) },
]

/**
 * Body `{ akt, ids, probe, … }` (`SAMMELAKTE`), with per act: `zuweisen` `{ konto: id | null }`; `anker-setzen` `{ beginn }` as
 * the form has it; `zur-abstimmung` `{ teilnehmerIds, frist, titel?, erinnerungTage?, schweigefristTage? }`;
 * `fachlich-freigeben` and `freigeben` `{ grund? }`. Answers a `Sammelergebnis`. `probe: true` changes nothing and says what would happen. Each text is checked and
 * written by itself, with the function of the single act: one that fails does not undo the others, each release is an entry of
 * its own. Texts of one day go into one consultation. Problems of the whole: `access-denied`, `query-is-malformed`,
 * `selection-is-empty`, `selection-is-too-large`, and what is wrong with the act's own values.
 */
async function sammelaktion(req: PayloadRequest): Promise<Result<object>> {
  const user = userOf(req)
  const allowed = user ? sammelakteOf(user.rolle) : []
  if (allowed.length === 0) return failed(problem('access-denied'))
  const body = await bodyOf(req)
  const { akt } = body
  if (!isSammelakt(akt)) return failed(problem('query-is-malformed', 'akt'))
  if (!allowed.includes(akt)) return failed(problem('access-denied'))
  const ids = [...new Set(textsOf(body, 'ids'))]
  if (ids.length === 0) return failed(problem('selection-is-empty'))
  if (ids.length > SAMMELGRENZE)
    return failed(problem('selection-is-too-large', undefined, { grenze: SAMMELGRENZE }))
  // Whoever leaves it out looks first: a careless call must not release a hundred texts.
  const probe = body['probe'] !== false
  const act = await ACTS[akt](req, body, probe)
  if (!act.ok) return act
  const ergebnisse = await act.value(ids)
  return success(sammelergebnis(akt, probe, ergebnisse))
}

/** Does the act, or says what it would do, to all of these texts. */
type Doing = (ids: readonly string[]) => Promise<readonly Einzelergebnis[]>

/** Reads what the act needs, once for all texts. */
type Act = (req: PayloadRequest, body: DeskDoc, probe: boolean) => Promise<Result<Doing>>

const ACTS: Readonly<Record<Sammelakt, Act>> = {
  zuweisen,
  'anker-setzen': setAnker,
  'zur-abstimmung': giveToAbstimmung,
  'fachlich-freigeben': approve,
  freigeben,
}

/** A result before it knows its text. */
type Ausgang = Omit<Einzelergebnis, 'id' | 'titel' | 'geht' | 'codes'>

async function zuweisen(
  req: PayloadRequest,
  body: DeskDoc,
  probe: boolean,
): Promise<Result<Doing>> {
  const id = textOrNull(body, 'konto')
  const konto = id === null ? null : await readKonto(req.payload, id, req)
  if (id !== null && !konto) return failed(problem('not-found', 'Konto'))
  if (konto && !schreibt(konto.rolle)) return failed(problem('assignee-does-not-write', konto.name))
  return success(
    oneByOne(req, async (each) => {
      const lage = await allowedFassung(req, 'bearbeiten', each)
      if (!lage.ok) return lage
      if (konto && !reaches(konto, lage.value))
        return failed(problem('assignee-does-not-see', konto.name))
      if (!probe) await write(req, each, { zugewiesen: id })
      return success({
        text: konto ? `Zugewiesen an ${konto.name}.` : 'Niemandem mehr zugewiesen.',
      })
    }),
  )
}

/** The Land works on every text, except under Embargo; a Kommunalredaktion on its own. */
function reaches(
  { rolle, redaktion }: { readonly rolle: string; readonly redaktion?: string | null },
  { doc, ablauf }: Lage,
): boolean {
  const own = (redaktion ?? null) !== null && redaktion === textOf(doc, 'redaktion')
  return own || (rolle !== 'kommunalredaktion' && !ablauf.embargo)
}

async function setAnker(
  req: PayloadRequest,
  body: DeskDoc,
  probe: boolean,
): Promise<Result<Doing>> {
  const read = ankerOrNull(body, 'beginn', 'Gilt ab')
  if (!read.ok) return read
  const beginn = read.value
  if (beginn === null) return failed(problem('anchor-is-malformed', 'Gilt ab'))
  const text = await sayBeginn(req, beginn)
  if (!text.ok) return text
  return success(
    oneByOne(req, async (each) => {
      const lage = await allowedFassung(req, 'bearbeiten', each)
      if (!lage.ok) return lage
      if (!probe) await write(req, each, { beginn: deskAnker(beginn) })
      return success({ text: text.value })
    }),
  )
}

async function sayBeginn(req: PayloadRequest, beginn: Anker): Promise<Result<string>> {
  const chronik = await storePorts(req.payload).chronik()
  if (beginn.art === 'zeitgrenze' && !chronik.zeitgrenzen.has(beginn.zeitgrenzeId))
    return failed(problem('zeitgrenze-is-unknown', 'Gilt ab'))
  const tag = effectiveDay(beginn, zeitgrenzenAt(chronik, newestFolgenummer(chronik)))
  return success(
    tag === null
      ? 'Gilt, sobald der Tag der Rechtsnorm feststeht.'
      : `Gilt ab ${formatDayLong(tag)}.`,
  )
}

function approve(req: PayloadRequest, body: DeskDoc, probe: boolean): Promise<Result<Doing>> {
  const grund = textOrNull(body, 'grund')
  return Promise.resolve(
    success(
      oneByOne(req, async (id) => {
        const done = probe
          ? await approvable(req, id)
          : await geheAs(req, 'fachlich-freigeben', id, grund)
        if (!done.ok) return done
        return success({ text: probe ? 'Wird fachlich freigegeben.' : 'Fachlich freigegeben.' })
      }),
    ),
  )
}

function freigeben(req: PayloadRequest, body: DeskDoc, probe: boolean): Promise<Result<Doing>> {
  const wunsch = { grund: textOrNull(body, 'grund'), eilfall: false }
  return Promise.resolve(
    success(
      oneByOne(req, async (id) => {
        if (probe) return rehearseRelease(req, id, wunsch.grund)
        const released = await releaseAs(req, id, wunsch)
        if (!released.ok) return released
        const { folgenummer } = released.value
        return success({ text: `Freigegeben, Eintrag ${folgenummer}.`, folgenummer })
      }),
    ),
  )
}

async function rehearseRelease(
  req: PayloadRequest,
  id: string,
  grund: string | null,
): Promise<Result<Ausgang>> {
  const lage = await releasable(req, id, { grund, eilfall: false })
  if (!lage.ok) return lage
  const ports = rehearsing(storePorts(req.payload))
  const released = await releaseFassung(ports, { id, von: userOf(req)?.id ?? '', grund })
  if (!released.ok) return released
  const vorschau = await previewRelease(ports, { id })
  if (!vorschau.ok) return vorschau
  return success({
    text: vorschau.value.ausgesetzt
      ? 'Wird freigegeben, aber ausgesetzt, weil er mit einem anderen Text zusammentrifft.'
      : 'Wird freigegeben.',
  })
}

/** Texts of one day go into one consultation; a group that cannot be opened leaves the others alone. */
async function giveToAbstimmung(
  req: PayloadRequest,
  body: DeskDoc,
  probe: boolean,
): Promise<Result<Doing>> {
  const wunsch: Omit<Abstimmungswunsch, 'fassungIds'> = {
    titel: textOf(body, 'titel'),
    teilnehmerIds: textsOf(body, 'teilnehmerIds'),
    frist: body['frist'],
    erinnerungTage: numberOrNull(body, 'erinnerungTage') ?? 2,
    schweigefristTage: numberOrNull(body, 'schweigefristTage') ?? 0,
    schweigemodule: {},
  }
  return Promise.resolve(
    success(async (ids) => {
      const checked = new Map<string, Einzelergebnis>()
      const groups = new Map<string, string[]>()
      for (const id of ids) {
        // Alone first: one text that cannot go must not keep the others of its day.
        const plan = await guarded(req, () => planAbstimmung(req, { ...wunsch, fassungIds: [id] }))
        if (!plan.ok) checked.set(id, await resultOf(req, id, plan))
        else {
          const key = dayKeyOf(plan.value.lagen, wunsch.schweigefristTage > 0)
          groups.set(key, [...(groups.get(key) ?? []), id])
        }
        await nextTurn()
      }
      for (const fassungIds of groups.values()) {
        const outcome = await guarded(req, () => openOne(req, { ...wunsch, fassungIds }, probe))
        for (const id of fassungIds) checked.set(id, await resultOf(req, id, outcome))
      }
      return ids.flatMap((id) => checked.get(id) ?? [])
    }),
  )
}

/** What `planAbstimmung` wants to be the same in one consultation. */
function dayKeyOf(lagen: readonly Lage[], mitSchweigefrist: boolean): string {
  return canonicalJson(
    lagen.map(({ doc }) =>
      mitSchweigefrist
        ? [doc['beginn'], doc['ebene'], doc['gebiet']]
        : [(doc['beginn'] as DeskDoc)['tag'], (doc['beginn'] as DeskDoc)['zeitgrenze']],
    ),
  )
}

async function openOne(
  req: PayloadRequest,
  wunsch: Abstimmungswunsch,
  probe: boolean,
): Promise<Result<Ausgang>> {
  const others = wunsch.fassungIds.length - 1
  const together =
    others === 0 ? '' : others === 1 ? ' mit einem weiteren Text' : ` mit ${others} weiteren Texten`
  if (probe) {
    const plan = await planAbstimmung(req, wunsch)
    if (!plan.ok) return plan
    return success({ text: `Geht${together} in die Abstimmung „${plan.value.neue.titel}“.` })
  }
  const opened = await eroeffneAbstimmung(req, wunsch)
  if (!opened.ok) return opened
  return success({ text: `Ist${together} in der Abstimmung.`, abstimmung: opened.value.id })
}

function oneByOne(req: PayloadRequest, work: (id: string) => Promise<Result<Ausgang>>): Doing {
  return async (ids) => {
    const ergebnisse: Einzelergebnis[] = []
    for (const id of ids) {
      // Read before: afterwards it may be out of sight.
      const titel = await titleOf(req, id)
      const outcome = await guarded(req, () => work(id))
      ergebnisse.push(said(id, titel, outcome))
      await nextTurn()
    }
    return ergebnisse
  }
}

async function resultOf(
  req: PayloadRequest,
  id: string,
  outcome: Ausfall | { readonly ok: true; readonly value: Ausgang },
): Promise<Einzelergebnis> {
  return said(id, await titleOf(req, id), outcome)
}

async function titleOf(req: PayloadRequest, id: string): Promise<string> {
  const doc = await fassungForRead(req, id)
  return doc.ok ? textOf(doc.value, 'titel') : ''
}

function said(
  id: string,
  titel: string,
  outcome: Ausfall | { readonly ok: true; readonly value: Ausgang },
): Einzelergebnis {
  if (outcome.ok) return { id, titel, geht: true, codes: [], ...outcome.value }
  const { text, codes } = outcome
  return { id, titel, geht: false, text: withoutTitle(text, titel), codes }
}

/** The line names the text already. */
function withoutTitle(text: string, titel: string): string {
  return titel === '' ? text : text.replaceAll(`${titel}: `, '')
}

/** A text that fails, whatever the reason, does not keep the others; what nobody foresaw is reported. */
async function guarded<T>(
  req: PayloadRequest,
  work: () => Promise<Result<T>>,
): Promise<Ausfall | { readonly ok: true; readonly value: T }> {
  try {
    const result = await work()
    if (result.ok) return result
    const { problems } = result
    return {
      ok: false,
      text: problems.map(satz).join(' '),
      codes: problems.map(({ code }) => code),
    }
  } catch (error) {
    // What a hook refuses comes with its German sentence.
    if (error instanceof APIError) return { ok: false, text: error.message, codes: codesOf(error) }
    req.payload.logger.error({ err: error, msg: 'a text of a bulk act failed' })
    return { ok: false, text: satz(problem('internal-error')), codes: ['internal-error'] }
  }
}

type Ausfall = { readonly ok: false; readonly text: string; readonly codes: readonly string[] }

function codesOf({ data }: { readonly data: unknown }): readonly string[] {
  const { problems } = (data ?? {}) as {
    readonly problems?: readonly { readonly code: string }[]
  }
  return (problems ?? []).map(({ code }) => code)
}

async function write(req: PayloadRequest, id: string, data: object): Promise<void> {
  await req.payload.update({
    collection: 'fassungen',
    id,
    data,
    depth: 0,
    overrideAccess: false,
    req,
  })
}
