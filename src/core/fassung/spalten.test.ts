import { describe, expect, it } from 'vitest'
import { uebersichtAbove } from '#core/fassung/elternstand.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import { spaltenOf, type Modulspalten } from '#core/fassung/spalten.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { newestPair } from '#core/log/snapshot.ts'
import { day } from '#core/zeit/day.ts'
import {
  chronikWith,
  ergaenzen,
  ersetzen,
  freigabe,
  freigegeben,
  gespeicherteModulsperre,
  grundbestand,
  hashInhalt,
} from '../../../tests/support/factories.ts'

const LAND: FassungInhalt = { volltext: ersetzen('<p>Land.</p>'), teaser: ersetzen('<p>T.</p>') }
const AMT: FassungInhalt = { volltext: ergaenzen('<p>Amt.</p>') }

describe('the columns of a Gemeinde below Land and Amt', () => {
  it('a supplement stands behind both, each with its origin', () => {
    const [teaser, volltext] = spalten({ volltext: ergaenzen('<p>Wir.</p>') })
    expect(teaser).toMatchObject({ modul: 'teaser', wirkung: null })
    expect(volltext).toMatchObject({ modul: 'volltext', wirkung: 'gilt', sperre: null })
    expect(volltext?.geerbt.map(({ herkunft, html }) => [herkunft.ebene, html])).toEqual([
      ['land', '<p>Land.</p>'],
      ['amt', '<p>Amt.</p>'],
    ])
    expect(volltext?.ergebnis.map(({ istEigen, html }) => [istEigen, html])).toEqual([
      [false, '<p>Land.</p>'],
      [false, '<p>Amt.</p>'],
      [true, '<p>Wir.</p>'],
    ])
  })

  it.each<readonly [string, FassungInhalt, readonly Aussage[], string, readonly string[]]>([
    ['what replaces', { volltext: ersetzen('<p>W.</p>') }, [], 'gilt', ['<p>W.</p>']],
    [
      'what replaces a locked module',
      { volltext: ersetzen('<p>W.</p>') },
      [sperre('unveraenderlich')],
      'gesperrt',
      ['<p>Land.</p>'],
    ],
    [
      'what replaces a module that may only be supplemented',
      { volltext: ersetzen('<p>W.</p>') },
      [sperre('nur-ergaenzen')],
      'nur-ergaenzen',
      ['<p>Land.</p>', '<p>Amt.</p>'],
    ],
    [
      'what supplements it',
      { volltext: ergaenzen('<p>W.</p>', 'davor') },
      [sperre('nur-ergaenzen')],
      'gilt',
      ['<p>W.</p>', '<p>Land.</p>', '<p>Amt.</p>'],
    ],
    ['what supplements nothing', { hinweise: ergaenzen('<p>W.</p>') }, [], 'ohne-grundlage', []],
  ])('%s', (_name, eigen, more, wirkung, expected) => {
    const [modul] = Object.keys(eigen)
    const found = spalten(eigen, more).find((each) => each.modul === modul)
    expect(found?.wirkung).toBe(wirkung)
    expect(found?.ergebnis.map(({ html }) => html)).toEqual(expected)
  })

  it('a lock says why', () => {
    const found = spalten({}, [sperre('nur-ergaenzen')]).find(({ modul }) => modul === 'volltext')
    expect(found?.sperre).toEqual({ art: 'nur-ergaenzen', grund: 'Landesrecht', ebene: 'land' })
  })
})

function sperre(art: 'unveraenderlich' | 'nur-ergaenzen'): Aussage {
  return gespeicherteModulsperre({
    leistungId: 'personalausweis',
    ebene: 'land',
    gebietId: 'land',
    module: ['volltext'],
    art,
    grund: 'Landesrecht',
  })
}

function spalten(eigen: FassungInhalt, more: readonly Aussage[] = []): readonly Modulspalten[] {
  const text = (ebene: 'land' | 'amt', inhalt: FassungInhalt): Aussage =>
    freigabe(freigegeben({ id: ebene, ebene, gebietId: ebene, inhalt: hashInhalt(inhalt) }))
  const chronik = chronikWith(...grundbestand(), text('land', LAND), text('amt', AMT), ...more)
  const paar = newestPair(chronik, day('2027-06-01'))
  const ort = { leistungId: 'personalausweis', ebene: 'gemeinde', gebietId: 'gemeinde' } as const
  const inhalte = new Map([LAND, AMT].map((inhalt) => [hashInhalt(inhalt), inhalt]))
  return spaltenOf(
    uebersichtAbove(chronik, 'gemeinde', paar),
    { ...ort, fassungId: 'ort', eigen },
    inhalte,
  )
}
