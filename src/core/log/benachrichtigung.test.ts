import { describe, expect, it } from 'vitest'
import type { Freigegeben, Inhaltshash } from '#core/fassung/fassung.ts'
import { abgesagteTexte, kopieIdOf } from '#core/log/absage.ts'
import {
  benachrichtigungenOf,
  betroffenheitOf,
  neededInhalte,
  type Benachrichtigung,
} from '#core/log/benachrichtigung.ts'
import { createChronik, newestFolgenummer, record, type Chronik } from '#core/log/chronik.ts'
import type { Aussage, Ereignis } from '#core/log/ereignis.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import {
  am,
  befristet,
  bestimmt,
  ereignis,
  freigabe,
  freigegeben,
  geplant,
  gespeicherteStelle,
  gespeicherteZustaendigkeit,
  grundbestand,
  hashInhalt,
  unbestimmt,
  verkuendung,
  zurueckziehung,
} from '../../../tests/support/factories.ts'

const GESETZ = { kurztitel: 'Ausweisgesetz', titel: 'Gesetz über Ausweise' }
const INHALTE: ReadonlyMap<Inhaltshash, unknown> = new Map<Inhaltshash, unknown>([
  ['hash-gesetz', GESETZ],
  ['hash-amt', { name: 'Bürgeramt', redaktionId: 'stadt' }],
])

describe('a law that is postponed from 1 January to 1 March 2027', () => {
  it('is one notification per Redaktion, with how many, from when to when, and where', () => {
    const log = logWith(
      ...grundbestand(),
      gesetz(),
      verkuendung(bestimmt('2027-01-01')),
      freigabe(amGesetz('land-1')),
      freigabe(stadttext('stadt-1')),
      freigabe(stadttext('stadt-2', { gebietId: 'nachbarin' })),
    )
    const told = tell(log, verkuendung(bestimmt('2027-03-01')))
    expect(told.map(({ redaktionId }) => redaktionId)).toEqual(['landesredaktion', 'stadt'])
    expect(told[1]).toMatchObject({
      folgenummer: newestFolgenummer(log),
      titel: 'Ausweisgesetz: Inkrafttreten jetzt am 1. März 2027',
      ziel: '/admin/collections/zeitgrenzen/zeitgrenze',
    })
    expect(told[1]?.text.split('\n')).toEqual([
      'Inkrafttreten von „Ausweisgesetz“: bisher am 1. Januar 2027, jetzt am 1. März 2027.',
      'Betroffen bei Ihnen: 2 Fassungen.',
      '• 2 Fassungen, bisher ab dem 1. Januar 2027, jetzt ab dem 1. März 2027: Personalausweis (Musterstadt), Personalausweis (Nachbardorf).',
      'Alle Schnittstellen folgen von selbst. Bitte prüfen Sie, ob Fristen und Übergangsregeln noch stimmen.',
    ])
  })

  it('with 1,000 texts of one Redaktion stays one notification of a few lines', () => {
    const log = logWith(...grundbestand(), gesetz(), verkuendung(bestimmt('2027-01-01')))
    for (let index = 0; index < 1000; index += 1)
      append(log, freigabe(amGesetz(`text-${index}`, { leistungId: `leistung-${index}` })))
    const [only, ...others] = tell(log, verkuendung(bestimmt('2027-03-01')))
    expect(others).toEqual([])
    expect(only?.text).toContain('Betroffen bei Ihnen: 1000 Fassungen.')
    expect(only?.text.split('\n').length).toBeLessThan(8)
  })

  it('says nothing to anybody when nothing hangs on it', () => {
    const log = logWith(...grundbestand(), gesetz(), verkuendung(bestimmt('2027-01-01')))
    expect(tell(log, verkuendung(bestimmt('2027-03-01')))).toEqual([])
  })

  it('says nothing when only its Fundstelle changes', () => {
    const log = logWith(
      ...grundbestand(),
      verkuendung(bestimmt('2027-01-01')),
      freigabe(amGesetz('land-1')),
    )
    const zeitgrenze = { ...bestimmt('2027-01-01'), fundstelle: 'GVOBl. 9' } as Zeitgrenze
    expect(tell(log, verkuendung(zeitgrenze))).toEqual([])
  })

  it('names the Zustaendigkeiten and offices that move with it, and whose they are', () => {
    const amZeitgrenze = anZeitgrenze('zeitgrenze')
    const log = logWith(
      ...grundbestand(),
      gesetz(),
      verkuendung(bestimmt('2027-01-01')),
      gespeicherteStelle('amt', { beginn: amZeitgrenze }),
      gespeicherteZustaendigkeit({ redaktionId: 'stadt', gebietId: 'stadt' }, amZeitgrenze),
    )
    const [only, ...others] = tell(log, verkuendung(unbestimmt()))
    expect(others).toEqual([])
    expect(only).toMatchObject({ redaktionId: 'stadt' })
    expect(only?.text).toContain('Betroffen bei Ihnen: 1 Zuständigkeit, 1 Organisationseinheit.')
    expect(only?.text).toContain('jetzt unbestimmt (sobald das Register bereitsteht).')
    expect(only?.text).toContain(
      '• 1 Organisationseinheit, bisher ab dem 1. Januar 2027, jetzt ohne festen Tag: Bürgeramt.',
    )
  })

  it('says which text now overtakes the one that it was written on top of, and what to do', () => {
    const log = logWith(
      ...grundbestand(),
      gesetz(),
      verkuendung(bestimmt('2027-01-01')),
      freigabe(amGesetz('erst')),
      freigabe(freigegeben({ id: 'dann', basis: 'erst', beginn: am('2027-02-01') })),
    )
    const [only] = tell(log, verkuendung(bestimmt('2027-03-01')))
    expect(only?.text).toContain(
      '• Ausgesetzt: „Personalausweis (Musterland)“, weil er jetzt vor dem Text beginnen würde',
    )
    expect(only?.text).toContain('Bitte nehmen Sie die ausgesetzten Texte wieder auf.')
    expect(only?.text).not.toContain('folgen von selbst')
  })

  it('says where nothing would be offered any more', () => {
    const log = logWith(
      ...grundbestand(),
      gesetz(),
      verkuendung(bestimmt('2027-01-01')),
      freigabe(befristet('2027-01-01', { id: 'alt', danach: 'nichts', beginn: am('2020-01-01') })),
      freigabe(amGesetz('neu')),
    )
    const [only] = tell(log, verkuendung(bestimmt('2027-03-01')))
    expect(only?.text).toContain(
      '• Lücke: Nach „Personalausweis (Musterland)“ wird vom 1. Januar 2027 bis zum 28. Februar 2027 nichts angeboten.',
    )
  })
})

describe('an act of a Redaktion on its own text', () => {
  it('is no news to itself when it releases', () => {
    const log = logWith(...grundbestand(), freigabe(freigegeben({ beginn: am('2020-01-01') })))
    expect(tell(log, freigabe(freigegeben({ id: 'neu' })))).toEqual([])
  })

  it('is news when the released text is held back at once', () => {
    const log = logWith(...grundbestand(), freigabe(freigegeben()))
    const [only] = tell(log, freigabe(freigegeben({ id: 'zweite' })))
    expect(only?.text).toContain('weil ein früher freigegebener Text am selben Tag beginnt')
  })

  it('is news to the Redaktion whose text it ends', () => {
    const fremd = freigegeben({ redaktionId: 'andere', beginn: am('2020-01-01') })
    const log = logWith(...grundbestand(), freigabe(fremd))
    const told = tell(log, freigabe(freigegeben({ id: 'neu' })))
    expect(told).toMatchObject([
      { redaktionId: 'andere', ziel: '/admin/collections/fassungen/fassung' },
    ])
    expect(told[0]?.text).toContain('jetzt vom 1. Januar 2020 bis zum 31. Dezember 2026')
  })

  it('is news when it is withdrawn, with the reason', () => {
    const log = logWith(...grundbestand(), freigabe(freigegeben()))
    const [only] = tell(log, zurueckziehung('fassung'))
    expect(only?.titel).toBe('Personalausweis (Musterland): zurückgezogen')
    expect(only?.text).toContain('Grund: Irrtum')
    expect(only?.text).toContain('bisher ab dem 1. Januar 2027, jetzt an keinem Tag')
  })
})

describe('a law that failed', () => {
  const failedLaw: Aussage = verkuendung({
    id: 'zeitgrenze',
    rechtsnormId: 'gesetz',
    art: 'inkrafttreten',
    wortlaut: null,
    stand: 'abgesagt',
    grund: 'Der Landtag hat es abgelehnt',
  })

  it('makes a draft of each text that waited for it, and says where it lies', () => {
    const log = logWith(
      ...grundbestand(),
      gesetz(),
      verkuendung(geplant('2027-01-01')),
      freigabe(stadttext('stadt-1')),
      freigabe(stadttext('stadt-2', { gebietId: 'nachbarin' })),
    )
    const entry = append(log, failedLaw)
    const kopien = abgesagteTexte(entry, log, hashInhalt)
    expect(kopien.map(({ gegenstand }) => gegenstand.id)).toEqual(['stadt-1', 'stadt-2'])
    const [only] = words(entry, log)
    expect(only).toMatchObject({
      titel: 'Ausweisgesetz: Inkrafttreten abgesagt',
      ziel: '/admin/arbeitsliste',
    })
    expect(only?.text).toContain('Grund: Der Landtag hat es abgelehnt')
    for (const { kopieId } of kopien)
      expect(only?.text).toContain(` /admin/collections/fassungen/${kopieId}\n`)
  })

  it('with one text leads to its copy', () => {
    const log = logWith(
      ...grundbestand(),
      verkuendung(bestimmt('2027-01-01')),
      freigabe(stadttext('stadt-1')),
    )
    const entry = append(log, failedLaw)
    const id = kopieIdOf(entry.folgenummer, 'stadt-1', hashInhalt)
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    expect(words(entry, log)).toMatchObject([{ ziel: `/admin/collections/fassungen/${id}` }])
  })

  it('makes none of what was withdrawn, corrected, or had begun before its law', () => {
    const log = logWith(
      ...grundbestand(),
      verkuendung(bestimmt('2026-12-01')),
      freigabe(stadttext('zurueckgezogen', { leistungId: 'l-1' })),
      zurueckziehung('zurueckgezogen'),
      freigabe(stadttext('fehlerhaft', { leistungId: 'l-2' })),
      freigabe(stadttext('richtig', { leistungId: 'l-2', berichtigt: 'fehlerhaft' })),
      // The first entries of these tests are of 1 October 2026.
      freigabe(
        stadttext('begonnen', { leistungId: 'l-3', beginn: anZeitgrenze('zeitgrenze', -90) }),
      ),
    )
    const kopien = abgesagteTexte(append(log, failedLaw), log, hashInhalt)
    expect(kopien.map(({ gegenstand }) => gegenstand.id)).toEqual(['richtig'])
  })

  it('fails once: saying it again makes no second copy', () => {
    const log = logWith(
      ...grundbestand(),
      verkuendung(bestimmt('2027-01-01')),
      freigabe(stadttext('stadt-1')),
      failedLaw,
    )
    expect(abgesagteTexte(append(log, failedLaw), log, hashInhalt)).toEqual([])
  })
})

it('what is said of an entry does not change by what comes after it', () => {
  const log = logWith(
    ...grundbestand(),
    gesetz(),
    verkuendung(bestimmt('2027-01-01')),
    freigabe(amGesetz('land-1')),
  )
  const entry = append(log, verkuendung(bestimmt('2027-03-01')))
  const before = words(entry, log)
  append(log, gesetz('hash-umbenannt'))
  append(log, freigabe(amGesetz('spaeter', { leistungId: 'andere' })))
  append(log, verkuendung(bestimmt('2027-04-01')))
  append(log, zurueckziehung('land-1'))
  expect(words(entry, log)).toEqual(before)
})

function amGesetz(id: string, differences: Partial<Freigegeben> = {}): Freigegeben {
  return freigegeben({ id, beginn: anZeitgrenze('zeitgrenze'), ...differences })
}

function stadttext(id: string, differences: Partial<Freigegeben> = {}): Freigegeben {
  const place = { ebene: 'gemeinde', gebietId: 'stadt', redaktionId: 'stadt' } as const
  return amGesetz(id, { ...place, ...differences })
}

function gesetz(inhalt = 'hash-gesetz'): Aussage {
  return gespeicherteStelle('gesetz', { art: 'rechtsnorm', inhalt })
}

function logWith(...aussagen: readonly Aussage[]): Chronik {
  const log = createChronik()
  for (const aussage of aussagen) append(log, aussage)
  return log
}

function append(log: Chronik, aussage: Aussage): Ereignis {
  const entry = ereignis(newestFolgenummer(log) + 1, aussage)
  record(log, entry)
  return entry
}

/** Appends an entry and says whom it concerns. */
function tell(log: Chronik, aussage: Aussage): readonly Benachrichtigung[] {
  return words(append(log, aussage), log)
}

function words(entry: Ereignis, log: Chronik): readonly Benachrichtigung[] {
  const betroffenheit = betroffenheitOf(entry, log, hashInhalt)
  const needed = neededInhalte(betroffenheit).flatMap((hash) =>
    INHALTE.has(hash) ? [[hash, INHALTE.get(hash)] as const] : [],
  )
  return benachrichtigungenOf(betroffenheit, new Map(needed))
}
