import { OBJEKT_LABELS } from '#core/log/objektart.ts'
import type { FassungId } from '#core/fassung/fassung.ts'
import { latest, objektKey } from '#core/log/chronik.ts'
import type { Objektart, Objektstand } from '#core/log/ereignis.ts'
import type { Befundgegenstand } from '#core/pruefung/zeitleisten/befunde.ts'
import { rechtsnormName, type Pruefstoff } from '#core/pruefung/zeitleisten/stand.ts'

/** What people call the thing that a finding is about, e.g. `Hund anmelden – Schwerin` or `Hundegesetz: Inkrafttreten`. */
export function nameOfGegenstand(stoff: Pruefstoff, { art, id }: Befundgegenstand): string {
  if (art === 'fassung') return nameOfFassung(stoff, id)
  if (art === 'zeitgrenze') return nameOfZeitgrenze(stoff, id)
  if (art === 'rechtsnorm') return rechtsnormName(stoff, id)
  const objekt = objektOf(stoff, art, id)
  return objekt ? nameOfObjekt(stoff, objekt) : OBJEKT_LABELS[art]
}

function nameOfFassung(stoff: Pruefstoff, id: FassungId): string {
  const { chronik } = stoff
  const own = chronik.fassungen.get(id)?.wert
  const variante = own ? undefined : varianteOf(stoff, id)
  const fassung = own ?? (variante ? chronik.fassungen.get(variante.fassungId)?.wert : undefined)
  if (!fassung) return 'Fassung'
  const name = nameOfOrt(stoff, fassung.leistungId, fassung.gebietId)
  return variante ? `${name} (${SPRACHEN[variante.sprache]})` : name
}

const SPRACHEN = { en: 'Englisch', 'de-LS': 'Leichte Sprache' } as const

function varianteOf({ chronik }: Pruefstoff, id: string) {
  for (const belege of chronik.varianten.values()) {
    const found = belege.find(({ wert }) => wert.id === id)
    if (found) return found.wert
  }
  return undefined
}

function nameOfZeitgrenze(stoff: Pruefstoff, id: string): string {
  const zeitgrenze = latest(stoff.chronik.zeitgrenzen.get(id), stoff.kenntnisstand)?.wert
  if (!zeitgrenze) return 'Zeitgrenze'
  return `${rechtsnormName(stoff, zeitgrenze.rechtsnormId)}: ${ARTEN[zeitgrenze.art]}`
}

const ARTEN = {
  inkrafttreten: 'Inkrafttreten',
  ausserkrafttreten: 'Außerkrafttreten',
  teilinkrafttreten: 'Teilinkrafttreten',
} as const

function nameOfOrt(stoff: Pruefstoff, leistungId: string, gebietId: string): string {
  const leistung = objektOf(stoff, 'leistung', leistungId)
  const gebiet = objektOf(stoff, 'gebiet', gebietId)
  const names = [leistung, gebiet].flatMap((each) => (each ? [nameOfObjekt(stoff, each)] : []))
  return names.length === 0 ? 'Fassung' : names.join(' – ')
}

function nameOfObjekt(stoff: Pruefstoff, objekt: Objektstand): string {
  switch (objekt.art) {
    case 'gebiet':
    case 'leistung':
      return objekt.wert.name
    case 'zustaendigkeit':
    case 'modulsperre':
    case 'schweigefrist':
    case 'rueckmeldung':
    case 'angebot': {
      const { leistungId, gebietId } = objekt.wert
      return `${OBJEKT_LABELS[objekt.art]}: ${nameOfOrt(stoff, leistungId, gebietId)}`
    }
    case 'organisationseinheit':
    case 'onlinedienst':
    case 'formular':
    case 'rechtsnorm': {
      const { name, bezeichnung } = (stoff.objektinhalte.get(objekt.inhalt) ?? {}) as {
        readonly name?: string
        readonly bezeichnung?: string
      }
      return name ?? bezeichnung ?? OBJEKT_LABELS[objekt.art]
    }
  }
}

function objektOf(
  { chronik, kenntnisstand }: Pruefstoff,
  art: Objektart,
  id: string,
): Objektstand | undefined {
  return latest(chronik.objekte.get(objektKey({ art, id })), kenntnisstand)?.wert
}
