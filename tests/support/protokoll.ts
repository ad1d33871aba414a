import {
  anhaengen,
  LEERE_KETTE,
  type Kettenende,
  type Protokollzeile,
  type Zeilenentwurf,
} from '#core/protokoll/protokoll.ts'
import type { ProtokollPorts } from '#ports/protokoll.ts'
import { hashInhalt } from './factories.ts'

/** A row of the audit that has no place yet. */
export function zeilenentwurf(differences: Partial<Zeilenentwurf> = {}): Zeilenentwurf {
  return {
    zeitpunkt: '2026-11-24T10:00:00.000Z',
    akt: 'entwurf-geaendert',
    von: 'p-1',
    vonName: 'Petra Probe',
    inVertretungFuer: null,
    gegenstandArt: 'fassungen',
    gegenstandId: 'f-1',
    titel: 'Hund anmelden',
    redaktion: 'r-land',
    redaktionName: 'Land',
    grund: null,
    angaben: null,
    folgenummer: null,
    eintragshash: null,
    vertraulich: false,
    ...differences,
  }
}

/** A chain of these rows, as the house would have written it. */
export function kette(entwuerfe: readonly Zeilenentwurf[]): readonly Protokollzeile[] {
  let ende: Kettenende = LEERE_KETTE
  return entwuerfe.map((entwurf) => {
    const zeile = anhaengen(ende, entwurf, hashInhalt)
    ende = zeile
    return zeile
  })
}

/** An audit in memory; `eintraege` are the hashes of the log's entries 1, 2, 3 … as they are stored now. */
export function inMemoryProtokoll(
  zeilen: readonly Protokollzeile[],
  rest: Partial<{
    readonly laenge: number
    readonly eintraege: readonly (string | undefined)[]
    readonly changedInhalte: readonly string[]
    readonly pageSize: number
  }> = {},
): ProtokollPorts {
  const { laenge = zeilen.length, eintraege = [], changedInhalte = [], pageSize = 3 } = rest
  const inOrder = [...zeilen].sort((left, right) => left.nummer - right.nummer)
  const known = new Map(
    eintraege.flatMap((hash, index) => (hash === undefined ? [] : [[index + 1, hash] as const])),
  )
  return {
    hash: hashInhalt,
    kettenlaenge: () => Promise.resolve(laenge),
    attestiertBis: () => Promise.resolve(eintraege.length),
    readZeilen: () => pagesOf(inOrder, pageSize),
    hashesOfEintraege: (folgenummern) =>
      Promise.resolve(new Map([...known].filter(([nummer]) => folgenummern.includes(nummer)))),
    readFolgenummern: () => pagesOf([...known.keys()], pageSize),
    readChangedInhalte: () => pagesOf(changedInhalte, pageSize),
  }
}

async function* pagesOf<T>(all: readonly T[], size: number): AsyncGenerator<readonly T[]> {
  for (let start = 0; start < all.length; start += size)
    yield await Promise.resolve(all.slice(start, start + size))
}
