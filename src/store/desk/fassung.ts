import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { VARIANTENSPRACHEN, type Entwurf, type Variantensprache } from '#core/fassung/fassung.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import { EBENEN } from '#core/gebiet/gebiet.ts'
import type { PultOfEntwurf, Pulttext } from '#ports/pult.ts'
import { deskInhalt, inhaltFrom } from '#store/desk/module.ts'
import {
  all,
  ankerOrNull,
  deskAnker,
  relationOf,
  relationsOf,
  textOf,
  type DeskDoc,
} from '#store/desk/read.ts'

/** A document of the collection `fassungen` as a text to release. Problems: `fassung-lacks-begin` and parse problems. */
export function pulttextFrom(doc: DeskDoc): Result<Pulttext> {
  const sprache = VARIANTENSPRACHEN.find((known) => known === doc['sprache'])
  return sprache ? varianteFrom(doc, sprache) : entwurfFrom(doc)
}

/** A German text as the desk keeps it; inverse of `pulttextFrom`. */
export function deskFassung(entwurf: Entwurf): DeskDoc {
  const { id, leistungId, ebene, gebietId, redaktionId, danach, basis, berichtigt, rechtsnormIds } =
    entwurf
  return {
    id,
    leistung: leistungId,
    ebene,
    gebiet: gebietId,
    redaktion: redaktionId,
    sprache: 'de',
    beginn: deskAnker(entwurf.beginn),
    ende: deskAnker(entwurf.ende),
    danach,
    basis,
    berichtigt,
    wiederaufgenommen: entwurf.wiederaufgenommen ?? false,
    rechtsnormen: [...rechtsnormIds],
    ...deskInhalt(entwurf.inhalt),
  }
}

/** A draft's document with another place, time and relations; its words stay as they were written. */
export const pultOfEntwurf: PultOfEntwurf = (entwurf, pult) => {
  const { beginn, ende, danach, basis, berichtigt } = deskFassung(entwurf)
  return { ...(pult as DeskDoc), beginn, ende, danach, basis, berichtigt }
}

/** What the desk needs to know of a language variant. */
export type DeskVariante = {
  readonly id: string
  readonly sprache: Variantensprache
  readonly module: FassungInhalt
  readonly maschinell: boolean
}

/** A language variant as the desk keeps it: place and days are those of its Fassung. */
export function deskVariante(variante: DeskVariante, fassung: Entwurf): DeskDoc {
  return {
    ...deskFassung({ ...fassung, inhalt: variante.module, basis: null, berichtigt: null }),
    id: variante.id,
    sprache: variante.sprache,
    variantVon: fassung.id,
    maschinell: variante.maschinell,
  }
}

function entwurfFrom(doc: DeskDoc): Result<Pulttext> {
  const parsed = all(
    ankerOrNull(doc, 'beginn', 'Gilt ab'),
    ankerOrNull(doc, 'ende', 'Gilt bis'),
    inhaltFrom(doc),
  )
  if (!parsed.ok) return parsed
  const [beginn, ende, inhalt] = parsed.value
  const leistungId = relationOf(doc, 'leistung')
  const gebietId = relationOf(doc, 'gebiet')
  const ebene = EBENEN.find((known) => known === doc['ebene'])
  if (beginn === null) return failed(problem('fassung-lacks-begin', 'Gilt ab'))
  if (leistungId === null) return failed(problem('leistung-is-unknown', 'Leistung'))
  if (gebietId === null || ebene === undefined)
    return failed(problem('gebiet-is-unknown', 'Gebiet'))
  const entwurf: Entwurf = {
    id: textOf(doc, 'id'),
    leistungId,
    ebene,
    gebietId,
    redaktionId: relationOf(doc, 'redaktion') ?? '',
    beginn,
    ende,
    danach: doc['danach'] === 'vorgaenger' ? 'vorgaenger' : 'nichts',
    basis: relationOf(doc, 'basis'),
    berichtigt: relationOf(doc, 'berichtigt'),
    rechtsnormIds: relationsOf(doc, 'rechtsnormen'),
    ...(doc['wiederaufgenommen'] === true ? { wiederaufgenommen: true } : {}),
    inhalt,
  }
  return success({ art: 'fassung', entwurf, pult: doc })
}

function varianteFrom(doc: DeskDoc, sprache: Variantensprache): Result<Pulttext> {
  const module = inhaltFrom(doc)
  if (!module.ok) return module
  const fassungId = relationOf(doc, 'variantVon')
  if (fassungId === null) return failed(problem('variant-precedes-source', 'Übersetzt aus'))
  const maschinell = doc['maschinell'] === true
  const vorlage = doc['uebersetztAus']
  return success({
    art: 'variante',
    id: textOf(doc, 'id'),
    fassungId,
    sprache,
    module: module.value,
    maschinell,
    ...(typeof vorlage === 'object' && vorlage !== null ? { vorlage } : {}),
    pult: doc,
  })
}
