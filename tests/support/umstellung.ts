import type { Entwurf } from '#core/fassung/fassung.ts'
import type { FassungInhalt, Kostenwert, Modulbeitrag } from '#core/fassung/module.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import { addDays, day, type CalendarDay } from '#core/zeit/day.ts'
import { DEMO_PASSWORT } from '#seed/demo/benutzer.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { entwurf, ersetzen } from './factories.ts'
import type { RunningServer } from './server.ts'

/** A law that makes paper proofs superfluous in forty Leistungen of the Land, and the municipal texts that it meets. */

/** What the citizen wants, in the order of their numbers. */
const LEISTUNGEN = [
  'Abfallgebühren ermäßigen lassen',
  'Angelschein verlängern',
  'Anwohnerparken beantragen',
  'Aufenthaltsbescheinigung erhalten',
  'Auskunft aus dem Melderegister erhalten',
  'Baumfällung genehmigen lassen',
  'Behindertenparkplatz beantragen',
  'Bestattungsplatz verlängern',
  'Bibliotheksausweis erhalten',
  'Bildungspaket beantragen',
  'Denkmal sanieren lassen',
  'Ehrenamtskarte erhalten',
  'Ferienpass erhalten',
  'Feuerwerk genehmigen lassen',
  'Fundsache abholen',
  'Gartenabfall verbrennen lassen',
  'Gaststätte eröffnen',
  'Grundsteuer erlassen bekommen',
  'Hausnummer zuteilen lassen',
  'Heilberuf anmelden',
  'Hortplatz erhalten',
  'Jagdschein verlängern',
  'Jubiläumsehrung anmelden',
  'Kleingarten pachten',
  'Kulturförderung beantragen',
  'Lebensbescheinigung erhalten',
  'Marktstand anmelden',
  'Musikschulplatz erhalten',
  'Namensänderung beantragen',
  'Plakatierung genehmigen lassen',
  'Reisegewerbekarte beantragen',
  'Schülerbeförderung beantragen',
  'Sondernutzung beantragen',
  'Sportstätte nutzen',
  'Straßensperrung beantragen',
  'Taxigenehmigung verlängern',
  'Unterhaltsvorschuss beantragen',
  'Vereinsheim anmieten',
  'Wohnberechtigung verlängern',
  'Zweitwohnsitz abmelden',
] as const

/** The Leistungen with a part of their own in the story, by their numbers in the list. */
const EINGEWENDET = 0
const BEHALTEN = 1
const ERGAENZT = 2
const VERSCHWIEGEN = 3
const UEBERNOMMEN = 4
const EILIG = 5

/** What the Land says before and after the law, word by word. */
export const ALTE_WORTE = 'Bringen Sie die Urkunde im Original mit.'
export const NEUE_WORTE = 'Ein digitaler Nachweis genügt.'
/** What three municipalities say instead; the last one also has fees of its own. */
export const BEHALTENE_WORTE = 'In Schwerin genügt seit Jahren eine Kopie.'
export const UEBERHOLTE_WORTE = 'Das Amt Stralendorf verlangt die Urkunde im Original.'
export const VERSCHWIEGENE_WORTE = 'Rostock verlangt eine beglaubigte Kopie.'
export const ROSTOCKER_CENT = 1234

/** One of the forty: its Leistung, the text that holds and the draft for the law's day. */
export type Umstellung = {
  readonly name: string
  readonly leistungId: string
  readonly alt: string
  readonly neu: string
}

/** Everything that the story begins with. */
export type Ausgangslage = {
  readonly zeitgrenzeId: string
  readonly rechtsnorm: string
  readonly tag: CalendarDay
  readonly vortag: CalendarDay
  readonly alle: readonly Umstellung[]
  readonly eingewendet: Umstellung
  readonly behalten: Umstellung
  readonly ergaenzt: Umstellung
  readonly verschwiegen: Umstellung
  readonly uebernommen: Umstellung
  readonly eilig: Umstellung
}

/** A REST client in the name of one account. */
export type Konto = <T = Readonly<Record<string, unknown>>>(
  address: string,
  body?: object,
) => Promise<T>

/** Signs a demo account in without a browser. Throws with the answer when the house refuses something. */
async function konto({ url }: RunningServer, name: string): Promise<Konto> {
  const ask = async <T>(token: string | null, address: string, body?: object): Promise<T> => {
    const answer = await fetch(`${url}${address}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `JWT ${token}` }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const account = { email: `${name}@stichtag.example`, password: DEMO_PASSWORT }
  const { token } = await ask<{ token: string }>(null, '/api/users/login', account)
  return (address, body) => ask(token, address, body)
}

/**
 * Prepares the story as editors would by the REST interface: the law, forty Leistungen with the texts that hold today, the
 * municipal texts over three of them, and the author's forty drafts for the law's day. Rostock gets an account.
 */
export async function prepareUmstellung(
  server: RunningServer,
  heute: CalendarDay,
): Promise<Ausgangslage> {
  const [author, releaser, administration, stadt, kollege, amt] = await Promise.all(
    [
      'landesredaktion',
      'landesredaktion2',
      'administration',
      'schwerin',
      'schwerin2',
      'stralendorf',
    ].map((name) => konto(server, name)),
  )
  if (!author || !releaser || !administration || !stadt || !kollege || !amt)
    throw new Error('an account is missing')
  // Far enough away for every period before it, whatever day the tests run on.
  const tag = addDays(heute, 50)
  const rechtsnorm = 'Digitalnachweisgesetz (Demo)'
  await author('/api/rechtsnormen', {
    id: 'norm-digitalnachweis',
    titel: 'Gesetz über digitale Nachweise in der Verwaltung (Demo)',
    kurztitel: rechtsnorm,
    art: 'gesetz',
    normgeber: 'land',
    gebiet: 'gebiet-mv',
    redaktion: 'redaktion-mv',
  })
  const zeitgrenzeId = 'zg-digitalnachweis'
  await author('/api/zeitgrenzen', {
    id: zeitgrenzeId,
    rechtsnorm: 'norm-digitalnachweis',
    art: 'inkrafttreten',
    stand: 'bestimmt',
    tag,
    fundstelle: 'Demo-GVOBl. M-V S. 812',
  })
  const alle: Umstellung[] = []
  for (const [number, name] of LEISTUNGEN.entries()) {
    const nummer = String(number + 1).padStart(2, '0')
    const leistungId = `leistung-nachweis-${nummer}`
    const umstellung = {
      name,
      leistungId,
      alt: `nachweis-${nummer}-alt`,
      neu: `nachweis-${nummer}-neu`,
    }
    await author('/api/leistungen', { id: leistungId, name, redaktion: 'redaktion-mv' })
    await author('/api/zustaendigkeiten', {
      leistung: leistungId,
      gebiet: 'gebiet-mv',
      rolle: 'zustaendige-stelle',
      organisationseinheit: 'stelle-landesamt-gesundheit-soziales',
      redaktion: 'redaktion-mv',
    })
    await author('/api/fassungen', {
      ...deskFassung(landtext(umstellung.alt, umstellung, heute, null)),
      // Nothing of the way to this text is part of the story.
      aenderungsart: 'redaktionell',
    })
    await releaser(`/api/fassungen/${umstellung.alt}/freigeben`, {})
    alle.push(umstellung)
  }
  const at = (number: number): Umstellung => {
    const found = alle[number]
    if (!found) throw new Error('no such Leistung')
    return found
  }
  await administration('/api/users', {
    email: 'rostock@stichtag.example',
    password: DEMO_PASSWORT,
    name: 'Rieke Rahn',
    rolle: 'kommunalredaktion',
    redaktion: 'redaktion-rostock',
  })
  const rostock = await konto(server, 'rostock')
  const municipal = async (by: Konto, second: Konto, text: Entwurf): Promise<void> => {
    await by('/api/fassungen', deskFassung(text))
    await second(`/api/fassungen/${text.id}/freigeben`, {})
  }
  await municipal(
    stadt,
    kollege,
    stadttext('schwerin', at(BEHALTEN), heute, { unterlagen: absatz(BEHALTENE_WORTE) }),
  )
  await municipal(
    amt,
    kollege,
    amttext(at(UEBERNOMMEN), heute, { unterlagen: absatz(UEBERHOLTE_WORTE) }),
  )
  // Rostock has one person and no partner yet; the Land looks over its text.
  await municipal(
    rostock,
    releaser,
    stadttext('rostock', at(VERSCHWIEGEN), heute, {
      unterlagen: absatz(VERSCHWIEGENE_WORTE),
      kosten: betrag(ROSTOCKER_CENT),
    }),
  )
  for (const umstellung of alle) {
    await author(
      '/api/fassungen',
      deskFassung(
        landtext(umstellung.neu, umstellung, null, { zeitgrenzeId, basis: umstellung.alt }),
      ),
    )
  }
  return {
    zeitgrenzeId,
    rechtsnorm,
    tag,
    vortag: addDays(tag, -1),
    alle,
    eingewendet: at(EINGEWENDET),
    behalten: at(BEHALTEN),
    ergaenzt: at(ERGAENZT),
    verschwiegen: at(VERSCHWIEGEN),
    uebernommen: at(UEBERNOMMEN),
    eilig: at(EILIG),
  }
}

/** What Schwerin has to say at once about its own counter. */
export function eilfalltext(id: string, of: Umstellung, heute: CalendarDay): Entwurf {
  const hinweise = absatz('Das Bürgerbüro ist bis auf Weiteres geschlossen.')
  return { ...stadttext('schwerin', of, heute, { hinweise }), id }
}

type Neues = { readonly zeitgrenzeId: string; readonly basis: string }

function landtext(
  id: string,
  { name, leistungId }: Umstellung,
  heute: CalendarDay | null,
  neues: Neues | null,
): Entwurf {
  const isNew = neues !== null
  return entwurf({
    id,
    leistungId,
    ebene: 'land',
    gebietId: 'gebiet-mv',
    redaktionId: 'redaktion-mv',
    beginn: neues ? anZeitgrenze(neues.zeitgrenzeId) : festerTag(heute ?? day('1970-01-01')),
    basis: neues?.basis ?? null,
    inhalt: {
      leistungsbezeichnung: ersetzen(name),
      leistungsbezeichnungII: ersetzen(name),
      kurztext: absatz(`Das erledigen Sie bei Ihrer Gemeinde oder Ihrem Amt: ${name}.`),
      unterlagen: absatz(
        `${isNew ? NEUE_WORTE : ALTE_WORTE} Halten Sie außerdem Ihren Personalausweis bereit.`,
      ),
      kosten: betrag(isNew ? 500 : 1000),
    },
  })
}

function stadttext(
  ort: 'schwerin' | 'rostock',
  { leistungId }: Umstellung,
  heute: CalendarDay,
  inhalt: FassungInhalt,
): Entwurf {
  return entwurf({
    id: `nachweis-${ort}`,
    leistungId,
    ebene: 'gemeinde',
    gebietId: `gebiet-${ort}`,
    redaktionId: `redaktion-${ort}`,
    beginn: festerTag(heute),
    inhalt,
  })
}

function amttext({ leistungId }: Umstellung, heute: CalendarDay, inhalt: FassungInhalt): Entwurf {
  return entwurf({
    id: 'nachweis-stralendorf',
    leistungId,
    ebene: 'amt',
    gebietId: 'gebiet-amt-stralendorf',
    redaktionId: 'redaktion-amt-stralendorf',
    beginn: festerTag(heute),
    inhalt,
  })
}

function absatz(text: string) {
  return ersetzen(`<p>${text}</p>`)
}

function betrag(cent: number): Modulbeitrag<Kostenwert> {
  return {
    modus: 'ersetzen',
    wert: {
      kosten: [{ typ: null, auswahl: { art: 'fix', cent }, text: '', vorkasse: null, link: null }],
      text: '',
      links: [],
    },
  }
}
