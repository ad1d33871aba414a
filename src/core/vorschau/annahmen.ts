import type {
  Entwurf,
  FassungId,
  Fassungskopf,
  Freigegeben,
  Inhaltshash,
  LeistungId,
  Variante,
  VarianteInhalt,
} from '#core/fassung/fassung.ts'
import type { Aussetzungsgrund } from '#core/fassung/reihe.ts'
import type { Ebene, GebietId } from '#core/gebiet/gebiet.ts'
import { newestFolgenummer, whatIf, zeitgrenzenAt, type Chronik } from '#core/log/chronik.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { reiheAt } from '#core/log/snapshot.ts'
import { festerTag, type Anker } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze, ZeitgrenzeId } from '#core/rechtsnorm/zeitgrenze.ts'
import { day, type CalendarDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'

/** Why a text or a day of a preview is not public. */
export type Vorbehalt =
  | { readonly art: 'entwurf' }
  | { readonly art: 'geplant'; readonly tag: CalendarDay }
  | { readonly art: 'geschaetzt'; readonly zeitraum: string }
  /** Shown as if it began on the Stichtag. */
  | { readonly art: 'ohne-tag' }

/** What a person may see beside the log. */
export type Unveroeffentlicht = {
  readonly entwuerfe: readonly Entwurf[]
  readonly varianten: readonly Variantenentwurf[]
  /** Drafts that do not say when they begin; the day in them is none of theirs. */
  readonly ohneBeginn: readonly Entwurf[]
  /** Ids of the released texts of theirs whose day is still open. */
  readonly wartende: ReadonlySet<FassungId>
}

/** A draft of a language variant. */
export type Variantenentwurf = Omit<Variante, 'inhalt'> & { readonly inhalt: VarianteInhalt }

/** The log as it would be if drafts were released and expected days announced. */
export type Annahmen = {
  readonly chronik: Chronik
  /** The contents of the drafts, under keys that no content of the log has. */
  readonly inhalte: ReadonlyMap<Inhaltshash, unknown>
  /** Why a text is not public; empty for one that is. */
  readonly vorbehalteOf: (id: FassungId) => readonly Vorbehalt[]
}

/**
 * What would hold if the drafts were released now, each geplant Zeitgrenze came on its day and each geschaetzt one on the
 * first day of its period (zeit.md, rule 1: they can be previewed). An expected day that has passed without announcement
 * stays open. Released texts that wait for such a day and are not among `wartende` go on waiting: who may not see them at
 * the desk does not see them here.
 */
export function annahmenOf(
  chronik: Chronik,
  heute: CalendarDay,
  unveroeffentlicht: Unveroeffentlicht,
): Annahmen {
  const erwartet = erwarteteZeitgrenzen(chronik, heute)
  const entwuerfe = unveroeffentlicht.entwuerfe.filter(({ id }) => !chronik.fassungen.has(id))
  const { varianten } = unveroeffentlicht
  const aussagen: readonly Aussage[] = [
    ...[...erwartet.values()].map(({ angenommen }) => ({
      klasse: 'zeitgrenze' as const,
      zeitgrenze: angenommen,
      pult: null,
    })),
    ...hiddenWaiting(chronik, erwartet, unveroeffentlicht.wartende).map((fassungId) => ({
      klasse: 'aussetzung' as const,
      aussetzung: { fassungId, istAusgesetzt: true, grund: 'nicht sichtbar' },
    })),
    ...entwuerfe.map(asReleased),
    ...varianten.map(({ inhalt: _inhalt, ...variante }) => ({
      klasse: 'variante' as const,
      variante: { ...variante, inhalt: keyOf(variante.id) },
      pult: null,
    })),
  ]
  const drafts = new Set(entwuerfe.map(({ id }) => id))
  const assumed = aussagen.length === 0 ? chronik : whatIf(chronik, aussagen)
  return {
    chronik: assumed,
    inhalte: new Map<Inhaltshash, unknown>(
      [...entwuerfe, ...varianten].map(({ id, inhalt }) => [keyOf(id), inhalt]),
    ),
    vorbehalteOf: (id) => {
      const fassung = assumed.fassungen.get(id)?.wert
      return [
        ...(drafts.has(id) ? [{ art: 'entwurf' as const }] : []),
        ...(fassung ? ofAnker(fassung.beginn, erwartet) : []),
      ]
    },
  }
}

/**
 * The same with one more text, as if it began on the Stichtag: how a text without a day is looked at. It takes the day
 * from whatever else holds then.
 */
export function asIfFrom(
  annahmen: Annahmen,
  text: Entwurf | Freigegeben,
  stichtag: CalendarDay,
): Annahmen {
  const { chronik } = annahmen
  const isDraft = typeof text.inhalt !== 'string'
  const known = chronik.fassungen.get(text.id)
  const inhalt = typeof text.inhalt === 'string' ? text.inhalt : keyOf(text.id)
  const id = `${text.id}?`
  const holder = reiheAt(
    chronik,
    `${text.leistungId}|${text.ebene}|${text.gebietId}`,
    newestFolgenummer(chronik),
  ).abschnitte.find(({ ab, bis }) => ab <= stichtag && (bis === null || stichtag < bis))
  const fassung: Freigegeben = {
    ...text,
    id,
    inhalt,
    beginn: festerTag(stichtag),
    ende: null,
    berichtigt: known ? text.id : null,
    basis: holder?.beleg.wert.id ?? null,
    ...(holder ? { wiederaufgenommen: true } : {}),
  }
  const istEntwurf = isDraft || annahmen.vorbehalteOf(text.id).some(({ art }) => art === 'entwurf')
  return {
    chronik: whatIf(chronik, [{ klasse: 'fassung', fassung, pult: null }]),
    inhalte: isDraft ? new Map([...annahmen.inhalte, [inhalt, text.inhalt]]) : annahmen.inhalte,
    vorbehalteOf: (each) =>
      each === id
        ? [...(istEntwurf ? [{ art: 'entwurf' as const }] : []), { art: 'ohne-tag' }]
        : annahmen.vorbehalteOf(each),
  }
}

/** A text that no day shows, and why. */
export type TextOhneTag = Pick<Fassungskopf, 'id' | 'leistungId'> & {
  readonly ebene: Ebene
  readonly gebietId: GebietId
  readonly istEntwurf: boolean
  readonly grund: Wartegrund
}

/** Why a text holds on no day yet. */
export type Wartegrund =
  | { readonly art: 'unbestimmt'; readonly bedingung: string }
  | { readonly art: 'verstrichen'; readonly zeitgrenze: Zeitgrenze }
  | { readonly art: 'ohne-beginn' }
  | { readonly art: 'ausgesetzt'; readonly grund: Aussetzungsgrund }

/** The person's texts of these areas that hold on no day, also under the assumptions; by Leistung. */
export function texteOhneTag(
  { chronik, vorbehalteOf }: Annahmen,
  { entwuerfe, ohneBeginn, wartende }: Unveroeffentlicht,
  gebietIds: ReadonlySet<GebietId>,
): readonly TextOhneTag[] {
  const kenntnisstand = newestFolgenummer(chronik)
  const lookup = zeitgrenzenAt(chronik, kenntnisstand)
  const own = [...entwuerfe.map(({ id }) => id), ...wartende].flatMap(
    (id) => chronik.fassungen.get(id)?.wert ?? [],
  )
  const found = own
    .filter(({ gebietId }) => gebietIds.has(gebietId))
    .flatMap((fassung): readonly TextOhneTag[] => {
      const { id, leistungId, ebene, gebietId } = fassung
      const reihe = reiheAt(chronik, `${leistungId}|${ebene}|${gebietId}`, kenntnisstand)
      const grund = reihe.wartend.includes(id)
        ? waitsFor(fassung.beginn, lookup)
        : heldBack(reihe.gruende.get(id))
      const istEntwurf = vorbehalteOf(id).some(({ art }) => art === 'entwurf')
      return grund === null ? [] : [{ id, leistungId, ebene, gebietId, istEntwurf, grund }]
    })
  const unready = ohneBeginn
    .filter(({ gebietId }) => gebietIds.has(gebietId))
    .map(({ id, leistungId, ebene, gebietId }) => ({
      id,
      leistungId,
      ebene,
      gebietId,
      istEntwurf: true,
      grund: { art: 'ohne-beginn' as const },
    }))
  return [...found, ...unready]
}

/** Released texts of these areas (and of one Leistung, when it is named) that hang on a day that is not bestimmt. */
export function wartendeTexte(
  chronik: Chronik,
  gebietIds: ReadonlySet<GebietId>,
  leistungId: LeistungId | null,
): readonly FassungId[] {
  const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
  const isOpen = (id: ZeitgrenzeId): boolean => OFFEN.has(lookup(id)?.stand ?? '')
  const keys = [...chronik.abhaengige].flatMap(([id, keysOf]) => (isOpen(id) ? [...keysOf] : []))
  return [...new Set(keys)]
    .filter((key) => key.startsWith('reihe|'))
    .flatMap((key) => chronik.reihen.get(key.slice('reihe|'.length)) ?? [])
    .map(({ wert }) => wert)
    .filter((wert) => gebietIds.has(wert.gebietId))
    .filter((wert) => leistungId === null || wert.leistungId === leistungId)
    .filter(({ beginn }) => beginn.art === 'zeitgrenze' && isOpen(beginn.zeitgrenzeId))
    .map(({ id }) => id)
}

/** Says it as people do. */
export function vorbehaltText(vorbehalt: Vorbehalt): string {
  switch (vorbehalt.art) {
    case 'entwurf':
      return 'Entwurf'
    case 'geplant':
      return `geplant für den ${formatDayLong(vorbehalt.tag)}, noch nicht verkündet`
    case 'geschaetzt':
      return `geschätzt: ${zeitraumText(vorbehalt.zeitraum)}, noch nicht verkündet`
    case 'ohne-tag':
      return 'noch ohne Tag, hier so gezeigt, als gälte er ab dem Stichtag'
  }
}

/** Says it as people do, as a whole sentence. */
export function wartegrundText(grund: Wartegrund): string {
  switch (grund.art) {
    case 'unbestimmt':
      return `Wartet auf: ${grund.bedingung}`
    case 'verstrichen':
      return verstrichenText(grund.zeitgrenze)
    case 'ohne-beginn':
      return 'Noch nicht gesagt, ab wann er gelten soll.'
    case 'ausgesetzt':
      return AUSGESETZT[grund.grund.art]
  }
}

const AUSGESETZT: Readonly<Record<Aussetzungsgrund['art'], string>> = {
  'selber-tag': 'Ausgesetzt: Ein anderer Text beginnt am selben Tag.',
  'vor-grundlage': 'Ausgesetzt: Er begänne vor dem Text, auf dem er aufbaut.',
  'ohne-tag': 'Ausgesetzt: Er endete, bevor er beginnt.',
  'schon-berichtigt': 'Ausgesetzt: Was er berichtigt, ist schon berichtigt.',
  'von-hand': 'Von Hand ausgesetzt.',
}

/** `2027-Q2` as people say it: `2. Quartal 2027`; `2027-03`: `März 2027`. */
export function zeitraumText(zeitraum: string): string {
  const quartal = /^(\d{4})-Q(\d)$/.exec(zeitraum)
  if (quartal) return `${quartal[2] ?? ''}. Quartal ${quartal[1] ?? ''}`
  return zeitraum.length === 7 ? formatDayLong(firstDayOf(zeitraum)).replace(/^1\. /, '') : zeitraum
}

/** The first day of a month `2027-03`, quarter `2027-Q2` or year `2027`. */
export function firstDayOf(zeitraum: string): CalendarDay {
  const [year = '', part = '01'] = zeitraum.split('-')
  const month = part.startsWith('Q') ? String(Number(part.slice(1)) * 3 - 2) : part
  return day(`${year}-${month.padStart(2, '0')}-01`)
}

const OFFEN: ReadonlySet<string> = new Set(['geplant', 'geschaetzt', 'unbestimmt'])

/** An expected day, taken for announced. */
type Erwartet = { readonly vorbehalt: Vorbehalt; readonly angenommen: Zeitgrenze }

function erwarteteZeitgrenzen(
  chronik: Chronik,
  heute: CalendarDay,
): ReadonlyMap<ZeitgrenzeId, Erwartet> {
  return new Map(
    [...chronik.zeitgrenzen].flatMap(([id, belege]): readonly [ZeitgrenzeId, Erwartet][] => {
      const erwartet = erwarte(belege.at(-1)?.wert, heute)
      return erwartet ? [[id, erwartet]] : []
    }),
  )
}

function erwarte(zeitgrenze: Zeitgrenze | undefined, heute: CalendarDay): Erwartet | null {
  if (zeitgrenze?.stand === 'geplant') {
    const { tag } = zeitgrenze
    return tag < heute ? null : angenommen(zeitgrenze, tag, { art: 'geplant', tag })
  }
  if (zeitgrenze?.stand === 'geschaetzt') {
    const { zeitraum } = zeitgrenze
    const tag = firstDayOf(zeitraum)
    return tag < heute ? null : angenommen(zeitgrenze, tag, { art: 'geschaetzt', zeitraum })
  }
  return null
}

function angenommen(zeitgrenze: Zeitgrenze, tag: CalendarDay, vorbehalt: Vorbehalt): Erwartet {
  const { id, rechtsnormId, art, wortlaut } = zeitgrenze
  return {
    vorbehalt,
    angenommen: { id, rechtsnormId, art, wortlaut, stand: 'bestimmt', tag, fundstelle: '' },
  }
}

/** Released texts that would come in with an expected day, and that the person may not see. */
function hiddenWaiting(
  chronik: Chronik,
  erwartet: ReadonlyMap<ZeitgrenzeId, Erwartet>,
  visible: ReadonlySet<FassungId>,
): readonly FassungId[] {
  return [...erwartet.keys()].flatMap((zeitgrenzeId) =>
    [...(chronik.abhaengige.get(zeitgrenzeId) ?? [])]
      .filter((key) => key.startsWith('reihe|'))
      .flatMap((key) => chronik.reihen.get(key.slice('reihe|'.length)) ?? [])
      .filter(({ wert: { beginn } }) => hangsOn(beginn, zeitgrenzeId))
      .map(({ wert }) => wert.id)
      .filter((id) => !visible.has(id)),
  )
}

function hangsOn(anker: Anker, zeitgrenzeId: ZeitgrenzeId): boolean {
  return anker.art === 'zeitgrenze' && anker.zeitgrenzeId === zeitgrenzeId
}

function asReleased({ inhalt: _inhalt, ...kopf }: Entwurf): Aussage {
  return { klasse: 'fassung', fassung: { ...kopf, inhalt: keyOf(kopf.id) }, pult: null }
}

/** No hash of ours has a colon. */
function keyOf(id: string): Inhaltshash {
  return `entwurf:${id}`
}

function ofAnker(
  anker: Anker,
  erwartet: ReadonlyMap<ZeitgrenzeId, Erwartet>,
): readonly Vorbehalt[] {
  const found = anker.art === 'zeitgrenze' ? erwartet.get(anker.zeitgrenzeId) : undefined
  return found ? [found.vorbehalt] : []
}

function waitsFor(beginn: Anker, lookup: (id: ZeitgrenzeId) => Zeitgrenze | undefined): Wartegrund {
  const zeitgrenze = beginn.art === 'zeitgrenze' ? lookup(beginn.zeitgrenzeId) : undefined
  if (zeitgrenze?.stand === 'unbestimmt')
    return { art: 'unbestimmt', bedingung: zeitgrenze.bedingung }
  return zeitgrenze ? { art: 'verstrichen', zeitgrenze } : { art: 'ohne-beginn' }
}

function heldBack(grund: Aussetzungsgrund | undefined): Wartegrund | null {
  return grund ? { art: 'ausgesetzt', grund } : null
}

function verstrichenText(zeitgrenze: Zeitgrenze): string {
  if (zeitgrenze.stand === 'geplant')
    return `War für den ${formatDayLong(zeitgrenze.tag)} geplant und ist nicht verkündet.`
  if (zeitgrenze.stand === 'geschaetzt')
    return `War für ${zeitraumText(zeitgrenze.zeitraum)} geschätzt und ist nicht verkündet.`
  return 'Sein Tag steht nicht fest.'
}
