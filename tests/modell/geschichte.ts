import { answerSchweigefrist } from '#commands/answerSchweigefrist.ts'
import { beginSchweigefristen } from '#commands/beginSchweigefrist.ts'
import { cancelZeitgrenze } from '#commands/cancelZeitgrenze.ts'
import { correctZeitgrenze } from '#commands/correctZeitgrenze.ts'
import { moveZeitgrenze } from '#commands/moveZeitgrenze.ts'
import { correctFassung, releaseFassung } from '#commands/releaseFassung.ts'
import { saveObjekt } from '#commands/saveObjekt.ts'
import { saveZeitgrenze } from '#commands/saveZeitgrenze.ts'
import { resumeFassung, suspendFassung } from '#commands/suspendFassung.ts'
import { withdrawFassung } from '#commands/withdrawFassung.ts'
import type { Result } from '#core/ergebnis.ts'
import { isHeldBack } from '#core/fassung/aussetzen.ts'
import type { Entwurf, Folge, Freigegeben, Inhaltshash } from '#core/fassung/fassung.ts'
import type { Chronik } from '#core/log/chronik.ts'
import type { Aussage, Ereignis, Ereignisentwurf } from '#core/log/ereignis.ts'
import { anZeitgrenze, festerTag, type Anker } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { formatDay } from '#core/zeit/deutsch.ts'
import { addDays, day, type CalendarDay } from '#core/zeit/day.ts'
import type { Pulttext } from '#ports/pult.ts'
import {
  ALLE_GEBIETE,
  bestimmt,
  entwurf,
  ergaenzen,
  ersetzen,
  geplant,
  geschaetzt,
  gespeicherteLeistung,
  gespeichertesGebiet,
  inhalt,
  leistung,
  unbestimmt,
} from '../support/factories.ts'
import { inMemoryHouse } from '../support/inMemoryHouse.ts'
import type { Ankerwahl, Tat } from './taten.ts'

/** A small office in which a random history is played with the product's own commands. */
export type Spiel = {
  /** The product's log. */
  readonly chronik: Chronik
  /** All that was ever said, in order: what the model reads. */
  readonly ereignisse: readonly Ereignis[]
  /** The words of what was released, by hash. */
  readonly inhalte: ReadonlyMap<Inhaltshash, unknown>
  /** Today in this office. */
  readonly heute: () => CalendarDay
  /** Does the deed. Null: there was nothing to do it to. */
  readonly play: (tat: Tat) => Promise<Zug | null>
}

/** A deed and what became of it. */
export type Zug = {
  /** The deed as a German sentence, with the answer. */
  readonly satz: string
  /** Null: no command; only days passed. */
  readonly ergebnis: Result<Ereignis> | null
}

const REIHEN = [
  { leistungId: 'personalausweis', ebene: 'land', gebietId: 'land' },
  { leistungId: 'personalausweis', ebene: 'gemeinde', gebietId: 'gemeinde' },
  { leistungId: 'reisepass', ebene: 'land', gebietId: 'land' },
] as const
const ZEITGRENZEN = ['z1', 'z2', 'z3'] as const
const VON = 'Lena'
const GRUND = 'so beschlossen'

/** What the office knows before the history begins: its areas and two Leistungen. */
export const GRUNDBESTAND: readonly Aussage[] = [
  ...ALLE_GEBIETE.slice(0, 5).map((each) => gespeichertesGebiet(each)),
  gespeicherteLeistung(),
  gespeicherteLeistung(leistung({ id: 'reisepass', name: 'Reisepass' })),
]

/**
 * Opens the office on its first day. `onAppend` is asked right before each entry is appended, with what it would say.
 */
export function createSpiel(
  beginn: string,
  onAppend: (entwurf: Ereignisentwurf) => void = () => undefined,
): Spiel {
  let heute = day(beginn)
  const pult: { [id: string]: Pulttext } = {}
  const house = inMemoryHouse({ log: GRUNDBESTAND, pult })
  const vorgefunden = GRUNDBESTAND.map((aussage, index) => asEreignis(index + 1, aussage))
  const ports: typeof house.ports = {
    ...house.ports,
    clock: () => ({ zeitpunkt: `${heute}T12:00:00.000Z`, heute }),
    append: (entwurf) => {
      onAppend(entwurf)
      return house.ports.append(entwurf)
    },
  }
  let texte = 0
  let fristen = 0

  const released = (): readonly Freigegeben[] =>
    [...house.log.fassungen.values()].map(({ wert }) => wert)
  const varianten = (): readonly string[] =>
    [...house.log.varianten.values()].flat().map(({ wert }) => wert.id)
  const ankerOf = (wahl: Ankerwahl): Anker => {
    if ('abstand' in wahl) return festerTag(addDays(heute, wahl.abstand))
    const id = at(ZEITGRENZEN, wahl.zeitgrenze)
    return wahl.versatz === 'erster-des-folgemonats'
      ? { art: 'zeitgrenze', zeitgrenzeId: id, versatz: { art: 'erster-des-folgemonats' } }
      : anZeitgrenze(id, wahl.versatz)
  }
  const draft = (differences: Partial<Entwurf>, ergaenzt = false): Entwurf => {
    texte += 1
    const id = `f${texte}`
    const kurztext = `<p>Text ${texte}.</p>`
    const words = inhalt({
      kurztext: ergaenzt ? ergaenzen(kurztext) : ersetzen(kurztext),
      kosten: { modus: 'ersetzen', wert: { kosten: [], text: kurztext, links: [] } },
    })
    const made = entwurf({ ...differences, id, inhalt: words })
    pult[id] = { art: 'fassung', entwurf: made, pult: { titel: id } }
    return made
  }
  const done = (satz: string, ergebnis: Result<Ereignis>): Zug => ({
    satz: `${formatDay(heute)}: ${satz}${answerOf(ergebnis)}`,
    ergebnis,
  })

  const play = async (tat: Tat): Promise<Zug | null> => {
    switch (tat.art) {
      case 'warten':
        heute = addDays(heute, tat.tage)
        return { satz: `Es vergehen ${tat.tage} Tage bis zum ${formatDay(heute)}.`, ergebnis: null }
      case 'freigeben': {
        const reihe = at(REIHEN, tat.reihe)
        const row = released().filter(
          ({ leistungId, ebene }) => leistungId === reihe.leistungId && ebene === reihe.ebene,
        )
        const basis = pick(row, tat.basis)?.id ?? null
        const made = draft(
          {
            ...reihe,
            beginn: ankerOf(tat.beginn),
            ende: tat.ende && ankerOf(tat.ende),
            danach: tat.danach,
            basis,
            berichtigt: pick(row, tat.anstelle)?.id ?? null,
            ...(tat.wiederaufgenommen && basis !== null ? { wiederaufgenommen: true } : {}),
          },
          tat.ergaenzt && reihe.ebene === 'gemeinde',
        )
        const ergebnis = await releaseFassung(ports, { id: made.id, von: VON, grund: GRUND })
        return done(`${VON} gibt ${textSatz(made)} frei`, ergebnis)
      }
      case 'uebersetzen': {
        const text = pick(released(), tat.text)
        if (!text) return null
        texte += 1
        const id = `v${texte}`
        pult[id] = {
          art: 'variante',
          id,
          fassungId: text.id,
          sprache: tat.sprache,
          module: inhalt({ kurztext: ersetzen(`<p>Text ${texte}.</p>`) }),
          maschinell: false,
          pult: { titel: id },
        }
        const ergebnis = await releaseFassung(ports, { id, von: VON, grund: GRUND })
        return done(`${VON} gibt ${id} frei, ${text.id} auf „${tat.sprache}“`, ergebnis)
      }
      case 'verlegen': {
        const zeitgrenze = zeitgrenzeOf(tat, heute)
        const isKnown = house.log.zeitgrenzen.has(zeitgrenze.id)
        const ergebnis = isKnown
          ? await moveZeitgrenze(ports, { zeitgrenze, von: VON, grund: GRUND })
          : await saveZeitgrenze(ports, { zeitgrenze, pult: { titel: zeitgrenze.id }, von: VON })
        return done(
          `${VON} ${isKnown ? 'verlegt' : 'legt an'}: ${zeitgrenzeSatz(zeitgrenze)}`,
          ergebnis,
        )
      }
      case 'tag-berichtigen': {
        const zeitgrenze = zeitgrenzeOf(tat, heute)
        const ergebnis = await correctZeitgrenze(ports, { zeitgrenze, ...VIER_AUGEN })
        return done(`${VON} und Max berichtigen: ${zeitgrenzeSatz(zeitgrenze)}`, ergebnis)
      }
      case 'absagen': {
        const zeitgrenzeId = at(ZEITGRENZEN, tat.zeitgrenze)
        const ergebnis = await cancelZeitgrenze(ports, { zeitgrenzeId, grund: GRUND, von: VON })
        return done(`${VON} sagt ${zeitgrenzeId} ab`, ergebnis)
      }
      case 'berichtigen': {
        const text = pick(released(), tat.text)
        if (!text) return null
        const { id: berichtigt, inhalt: _inhalt, wiederaufgenommen: _again, ...kopf } = text
        const beginn = tat.beginn ? ankerOf(tat.beginn) : text.beginn
        const made = draft({ ...kopf, beginn, berichtigt })
        const { umfang } = tat
        const ergebnis = await correctFassung(ports, { id: made.id, umfang, ...VIER_AUGEN })
        const satz = `${VON} und Max berichtigen ${umfang} mit ${textSatz(made)}`
        return done(satz, ergebnis)
      }
      case 'zurueckziehen': {
        const all = [...released().map(({ id }) => id), ...varianten()]
        const fassungId = pick(all, tat.text)
        if (fassungId === undefined) return null
        const ab = tat.abstand === null ? null : addDays(heute, tat.abstand)
        const folge = folgeOf(tat, released())
        const ergebnis = await withdrawFassung(ports, {
          zurueckziehung: { fassungId, ab, folge, grund: GRUND },
          von: VON,
        })
        const seit = ab === null ? 'von Anfang an' : `ab ${formatDay(ab)}`
        const danach = folge.art === 'ersetzt' ? `ersetzt durch ${folge.durch}` : folge.art
        return done(`${VON} zieht ${fassungId} ${seit} zurück, ${danach}`, ergebnis)
      }
      case 'aussetzen':
      case 'wiederaufnehmen': {
        const held = released().filter(({ id }) => isHeldBack(id, house.log))
        const those = tat.art === 'wiederaufnehmen' && held.length > 0 ? held : released()
        const text = pick(those, tat.text)
        if (!text) return null
        const auftrag = { fassungId: text.id, grund: GRUND, von: VON }
        return tat.art === 'aussetzen'
          ? done(`${VON} setzt ${text.id} aus`, await suspendFassung(ports, auftrag))
          : done(`${VON} nimmt ${text.id} wieder auf`, await resumeFassung(ports, auftrag))
      }
      case 'schweigen': {
        fristen += 1
        const zeitgrenzeId = at(ZEITGRENZEN, tat.zeitgrenze)
        const ergebnis = await beginSchweigefristen(ports, {
          abstimmungId: `a${fristen}`,
          zeitgrenzeAnker: anZeitgrenze(zeitgrenzeId),
          leistungen: [
            {
              leistungId: 'personalausweis',
              module: ['kurztext', ...(tat.mitKosten ? (['kosten'] as const) : [])],
            },
          ],
          ebene: 'land',
          gebietId: 'land',
          tage: tat.arbeitstage,
          redaktionId: 'landesredaktion',
          von: VON,
        })
        const bis = `bis ${tat.arbeitstage} Arbeitstage vor ${zeitgrenzeId}`
        return done(`${VON} beginnt die Schweigefrist a${fristen} ${bis}`, ergebnis)
      }
      case 'rueckmelden': {
        const begun = [...house.log.schweigefristen.values()].flat().map(({ wert }) => wert.id)
        const schweigefristId = pick(begun, tat.frist)
        if (schweigefristId === undefined) return null
        const ergebnis = await answerSchweigefrist(ports, {
          schweigefristId,
          ebene: 'gemeinde',
          gebietId: 'gemeinde',
          module: tat.behaelt ? ['kurztext'] : [],
          redaktionId: 'gemeinderedaktion',
          satz: null,
          von: VON,
        })
        const was = tat.behaelt ? 'Der eigene Text bleibt' : 'Die Antwort ist zurückgenommen'
        return done(`Die Gemeinde sagt zu ${schweigefristId}: ${was}`, ergebnis)
      }
      case 'sperren': {
        const beginn = tat.beginn && ankerOf(tat.beginn)
        const ende = tat.ende && ankerOf(tat.ende)
        const ergebnis = await saveObjekt(ports, {
          art: 'modulsperre',
          id: 'sperre',
          wert: { ...SPERRE, art: tat.sperrart },
          beginn,
          ende,
          pult: { titel: 'sperre' },
          von: VON,
        })
        const wann = beginn ? `ab ${ankerSatz(beginn)}` : 'ab heute'
        return done(
          `${VON} sperrt den Kurztext (${tat.sperrart}) ${wann}${ende ? `, bis vor ${ankerSatz(ende)}` : ''}`,
          ergebnis,
        )
      }
      case 'speichern': {
        const beginn = tat.beginn && ankerOf(tat.beginn)
        const ende = tat.ende && ankerOf(tat.ende)
        const ergebnis = await saveObjekt(ports, {
          art: tat.was,
          id: tat.was,
          wert: tat.was === 'zustaendigkeit' ? ZUSTAENDIGKEIT : { name: `Amt ${heute}` },
          beginn,
          ende,
          pult: { titel: tat.was },
          von: VON,
        })
        const von = beginn ? `ab ${ankerSatz(beginn)}` : 'ab heute'
        return done(
          `${VON} speichert ${tat.was} ${von}${ende ? `, bis vor ${ankerSatz(ende)}` : ''}`,
          ergebnis,
        )
      }
    }
  }

  return {
    chronik: house.log,
    get ereignisse() {
      return [...vorgefunden, ...house.appended]
    },
    inhalte: house.inhalte,
    heute: () => heute,
    play,
  }
}

const SPERRE = {
  id: 'sperre',
  leistungId: 'personalausweis',
  ebene: 'land',
  gebietId: 'land',
  module: ['kurztext'],
  grund: GRUND,
  redaktionId: 'landesredaktion',
} as const

const VIER_AUGEN = { grund: GRUND, von: VON, bestaetigtVon: 'Max' }

const ZUSTAENDIGKEIT = {
  id: 'zustaendigkeit',
  leistungId: 'personalausweis',
  gebietId: 'land',
  stelle: { art: 'organisationseinheit', id: 'organisationseinheit' },
  rolle: 'zustaendige-stelle',
} as const

function asEreignis(folgenummer: number, aussage: Aussage): Ereignis {
  return {
    folgenummer,
    zeitpunkt: '2026-10-01T12:00:00.000Z',
    art: 'import',
    von: 'system',
    grund: null,
    aussagen: [aussage],
  }
}

function zeitgrenzeOf(
  { zeitgrenze, stand, abstand }: Extract<Tat, { stand: unknown }>,
  heute: CalendarDay,
): Zeitgrenze {
  const id = at(ZEITGRENZEN, zeitgrenze)
  const tag = addDays(heute, abstand)
  switch (stand) {
    case 'bestimmt':
      return bestimmt(tag, id)
    case 'geplant':
      return geplant(tag, id)
    case 'geschaetzt':
      return geschaetzt(tag.slice(0, 7), id)
    case 'unbestimmt':
      return unbestimmt(id)
  }
}

function folgeOf(
  { folge, durch }: Extract<Tat, { art: 'zurueckziehen' }>,
  released: readonly Freigegeben[],
): Folge {
  if (folge !== 'ersetzt') return { art: folge }
  return { art: 'ersetzt', durch: pick(released, durch)?.id ?? 'f0' }
}

// German sentences

function textSatz(text: Entwurf): string {
  return [
    `${text.id} (${text.leistungId}, ${text.ebene})`,
    `ab ${ankerSatz(text.beginn)}`,
    ...(text.ende ? [`bis vor ${ankerSatz(text.ende)}, danach ${text.danach}`] : []),
    ...(text.basis === null ? [] : [`aufbauend auf ${text.basis}`]),
    ...(text.berichtigt === null ? [] : [`anstelle von ${text.berichtigt}`]),
    ...(text.wiederaufgenommen ? ['wieder aufgenommen'] : []),
  ].join(', ')
}

function ankerSatz(anker: Anker): string {
  if (anker.art === 'tag') return formatDay(anker.tag)
  const { versatz, zeitgrenzeId } = anker
  if (versatz.art === 'erster-des-folgemonats') return `Erster des Monats nach ${zeitgrenzeId}`
  return versatz.tage === 0
    ? zeitgrenzeId
    : `${zeitgrenzeId} ${versatz.tage > 0 ? '+' : '−'} ${Math.abs(versatz.tage)} Tage`
}

function zeitgrenzeSatz(zeitgrenze: Zeitgrenze): string {
  return 'tag' in zeitgrenze
    ? `${zeitgrenze.id} ${zeitgrenze.stand} am ${formatDay(zeitgrenze.tag)}`
    : `${zeitgrenze.id} ${zeitgrenze.stand}`
}

function answerOf(ergebnis: Result<Ereignis>): string {
  return ergebnis.ok
    ? ` → Folgenummer ${ergebnis.value.folgenummer}.`
    : `: abgelehnt (${ergebnis.problems.map(({ code }) => code).join(', ')}).`
}

function pick<T>(list: readonly T[], which: number | null): T | undefined {
  return which === null || list.length === 0 ? undefined : list[which % list.length]
}

function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T
}
