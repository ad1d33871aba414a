import { newestFolgenummer, type Chronik } from '#core/log/chronik.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import type { Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import type { Pruefstoff } from '#core/pruefung/zeitleisten/stand.ts'
import { day } from '#core/zeit/day.ts'
import { chronikWith } from './factories.ts'

/** The law that the Zeitgrenzen of the factories belong to. */
export function rechtsnorm(differences: Partial<Rechtsnorm> = {}): Rechtsnorm {
  return {
    id: 'gesetz',
    art: 'gesetz',
    titel: 'Gesetz über Muster',
    kurztitel: 'Mustergesetz',
    abkuerzung: null,
    normgeber: 'land',
    gebietId: null,
    fundstelle: null,
    url: null,
    beschlossenAm: null,
    verkuendetAm: null,
    redaktionId: 'landesredaktion',
    ...differences,
  }
}

/** What the checks of the timelines are given on a day, when the log says these things, one entry each. */
export function pruefstoff(
  heute: string,
  aussagen: readonly Aussage[] | Chronik,
  differences: Partial<Pruefstoff> = {},
): Pruefstoff {
  const chronik = 'reihen' in aussagen ? aussagen : chronikWith(...aussagen)
  return {
    chronik,
    heute: day(heute),
    kenntnisstand: newestFolgenummer(chronik),
    rechtsnormen: new Map([['gesetz', rechtsnorm()]]),
    objektinhalte: new Map(),
    ...differences,
  }
}
