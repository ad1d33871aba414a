import { describe, expect, it } from 'vitest'
import {
  aenderungenIn,
  elternlageOf,
  inhalteOfLage,
  type Elternaenderung,
  type Elterntext,
} from '#core/fassung/elternstand.ts'
import type { FassungInhalt, Modulname } from '#core/fassung/module.ts'
import { newestFolgenummer } from '#core/log/chronik.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  GEMEINDE,
  am,
  bestimmt,
  chronikWith,
  ergaenzen,
  ersetzen,
  freigabe,
  freigegeben,
  geplant,
  gespeicherteModulsperre,
  gespeichertesGebiet,
  grundbestand,
  hashInhalt,
  unbestimmt,
  verkuendung,
  zurueckziehung,
} from '../../../tests/support/factories.ts'

const ORT = { leistungId: 'personalausweis', ebene: 'gemeinde', gebietId: 'gemeinde' } as const

describe('a Gemeinde that replaced the Volltext of the Land, as known on the day of its release', () => {
  it.each<readonly [string, readonly Aussage[], readonly string[]]>([
    ['nothing since', [], []],
    ['the Land says something else from 1 January', [land('neu', '2027-01-01')], ['2027-01-01']],
    ['the Land says it in other markup', [land('alt', '2027-01-01', '<p>alt </p>\n')], []],
    ['another module of the Land', [land('alt', '2027-01-01', undefined, 'teaser')], []],
    ['a text without a day', [verkuendung(unbestimmt()), landAtLaw('neu')], []],
    [
      'a text whose day is announced later',
      [verkuendung(unbestimmt()), landAtLaw('neu'), verkuendung(bestimmt('2027-03-01'))],
      ['2027-03-01'],
    ],
    [
      'a text that was withdrawn again',
      [land('neu', '2027-01-01'), zurueckziehung('land-neu-2027-01-01')],
      [],
    ],
    ['the Amt adds something', [amt(ergaenzen('<p>Vom Amt.</p>'))], ['2027-02-01']],
    ['the Gemeinde comes to an Amt with own words', moved(), ['2027-04-01']],
    [
      'the Land locks the module from that day on',
      [land('neu', '2027-01-01'), sperre('2027-01-01')],
      [],
    ],
    [
      'a change that is taken back three months later: the first day counts',
      [land('neu', '2027-01-01'), land('alt', '2027-04-01')],
      ['2027-01-01'],
    ],
    ['what has changed in the past, since that day', [land('neu', '2026-09-01')], ['2026-09-01']],
  ])('%s', (_name, since, expected) => {
    expect(changes(since).map(({ ab }) => ab)).toEqual(expected)
  })

  it('a supplement is asked too, with all that it supplements', () => {
    const found = changes([land('neu', '2027-01-01')], { volltext: ergaenzen('<p>Dazu.</p>') })
    expect(found).toMatchObject([{ modul: 'volltext', ab: '2027-01-01' }])
  })

  it('a change that was decided is never shown again; the next one has it as its base', () => {
    const since = [land('neu', '2027-01-01'), land('neuer', '2027-04-01')]
    const [first] = changes(since)
    if (!first) throw new Error('no change')
    const decided = [first]
    expect(changes(since, undefined, decided)).toMatchObject([
      { ab: '2027-04-01', basis: first.neu },
    ])
    const [second] = changes(since, undefined, decided)
    if (second) decided.push(second)
    expect(changes(since, undefined, decided)).toEqual([])
  })

  it('words that come back as they were are no change, also after a decision', () => {
    const since = [land('neu', '2027-01-01'), land('alt', '2027-04-01')]
    expect(changes(since, undefined, changes(since))).toEqual([])
  })

  it('a text that has ended, or ends before, has nothing to follow', () => {
    const since = [land('neu', '2027-01-01')]
    const tage = (bis: string) => [{ ab: day('2026-01-01'), bis: day(bis) }]
    expect(changes(since, undefined, [], { tage: tage('2026-11-24') })).toEqual([])
    expect(changes(since, undefined, [], { tage: tage('2027-01-01') })).toEqual([])
    expect(changes(since, undefined, [], { tage: tage('2027-01-02') })).toHaveLength(1)
  })

  it('a draft that begins later meets it on its first day', () => {
    const tage = [{ ab: day('2027-02-01'), bis: null }]
    expect(changes([land('neu', '2027-01-01')], undefined, [], { tage })).toMatchObject([
      { ab: '2027-02-01' },
    ])
  })

  it.each<readonly [string, readonly Aussage[], string]>([
    ['is announced', [verkuendung(geplant('2027-01-01'))], '2027-01-01'],
    ['comes earlier', [verkuendung(bestimmt('2027-03-01'))], '2027-01-01'],
    ['comes later', [verkuendung(bestimmt('2027-01-01'))], '2027-03-01'],
  ])(
    'a text that comes with a law as its parent does has no change when it %s',
    (_name, first, tag) => {
      const known = [...before(), ...first, landAtLaw('neu')]
      const chronik = chronikWith(...known, verkuendung(bestimmt(tag)))
      const text = {
        ...textOf(known.length),
        tage: [{ ab: day(tag), bis: null }],
        beginn: anZeitgrenze('zeitgrenze'),
      }
      expect(elternlageOf(chronik, text, day('2026-11-24'))).toBeNull()
    },
  )

  it('where nothing above was touched, no layer is derived', () => {
    const chronik = chronikWith(...before())
    const text = textOf(newestFolgenummer(chronik))
    expect(elternlageOf(chronik, text, day('2026-11-24'))).toBeNull()
  })
})

/** The Land's text, saved as entry by entry; the Gemeinde knows all of it. */
function before(): readonly Aussage[] {
  return [...grundbestand(), land('alt', '2025-01-01')]
}

const INHALTE = new Map<string, FassungInhalt>()

function land(words: string, tag: string, html = `<p>${words}</p>`, modul?: 'teaser'): Aussage {
  return released(`land-${words}-${tag}`, tag, 'land', {
    volltext: ersetzen(html),
    ...(modul ? { [modul]: ersetzen('<p>Neu.</p>') } : {}),
  })
}

function landAtLaw(words: string): Aussage {
  const inhalt = { volltext: ersetzen(`<p>${words}</p>`) }
  INHALTE.set(hashInhalt(inhalt), inhalt)
  return freigabe(
    freigegeben({
      id: `land-${words}-gesetz`,
      beginn: anZeitgrenze('zeitgrenze'),
      inhalt: hashInhalt(inhalt),
    }),
  )
}

function amt(volltext: FassungInhalt['volltext']): Aussage {
  return released('amt', '2027-02-01', 'amt', volltext ? { volltext } : {})
}

/** From April on the Gemeinde lies in an Amt that writes for its Gemeinden. */
function moved(): readonly Aussage[] {
  const other = {
    ...GEMEINDE,
    id: 'anderes-amt',
    ars: '130765699',
    ebene: 'amt',
    ags: null,
  } as const
  return [
    gespeichertesGebiet({ ...other, uebergeordnet: 'land' }),
    released('anderes', '2020-01-01', 'amt', { volltext: ersetzen('<p>Amt.</p>') }, 'anderes-amt'),
    gespeichertesGebiet({ ...GEMEINDE, uebergeordnet: 'anderes-amt' }, am('2027-04-01')),
  ]
}

function sperre(tag: string): Aussage {
  return gespeicherteModulsperre(
    { leistungId: ORT.leistungId, ebene: 'land', gebietId: 'land', module: ['volltext'] },
    am(tag),
  )
}

function released(
  id: string,
  tag: string,
  ebene: 'land' | 'amt',
  inhalt: FassungInhalt,
  gebietId: string = ebene,
): Aussage {
  INHALTE.set(hashInhalt(inhalt), inhalt)
  const beginn = am(tag)
  return freigabe(freigegeben({ id, ebene, gebietId, beginn, inhalt: hashInhalt(inhalt) }))
}

function textOf(kenntnis: number): Elterntext {
  return {
    ...ORT,
    fassungId: 'ort',
    tage: [{ ab: day('2026-01-01'), bis: null }],
    beginn: am('2026-01-01'),
    kenntnis: { sonst: kenntnis, module: {} },
  }
}

function changes(
  since: readonly Aussage[],
  eigen: FassungInhalt = { volltext: ersetzen('<p>Von hier.</p>') },
  decided: readonly Elternaenderung[] = [],
  differences: Partial<Elterntext> = {},
): readonly Elternaenderung[] {
  const known = before()
  const chronik = chronikWith(...known, ...since)
  const text = { ...textOf(known.length), ...differences }
  const lage = elternlageOf(chronik, text, day('2026-11-24'))
  if (!lage) return []
  expect(inhalteOfLage(lage).every((hash) => INHALTE.has(hash))).toBe(true)
  return aenderungenIn(lage, {
    module: Object.keys(eigen) as Modulname[],
    inhalte: INHALTE,
    hash: hashInhalt,
    istEntschieden: ({ basis, neu }) =>
      decided.some((each) => each.basis === basis && each.neu === neu),
  })
}
