import {
  LEERE_KETTE,
  pruefeZeile,
  type Kettenbruch,
  type Kettenende,
  type Protokollzeile,
} from '#core/protokoll/protokoll.ts'
import type { ProtokollPorts } from '#ports/protokoll.ts'
import type { Fortschritt } from '#ports/pult.ts'

/** A row that somebody noted outside the house: a chain that was written anew from end to end does not contain it. */
export type Notiz = { readonly nummer: number; readonly hash: string }

/** What the check found. */
export type Protokollbefund = {
  /** Rows that were read. */
  readonly zeilen: number
  /** The last of them: worth noting outside the house. */
  readonly ende: Kettenende
  /** The first place at which something is wrong; null: intact. */
  readonly bruch: Kettenbruch | null
}

/**
 * Checks the audit from its first row on: every number, every hash, every link, every attested entry of the log of releases
 * with its contents. It ends at the first place that is wrong.
 */
export async function pruefeProtokoll(
  ports: ProtokollPorts,
  {
    notiz = null,
    fortschritt,
  }: { readonly notiz?: Notiz | null; readonly fortschritt?: Fortschritt } = {},
): Promise<Protokollbefund> {
  // Asked first: what is appended while we read must not look like something missing.
  const laenge = await ports.kettenlaenge()
  const attestiertBis = await ports.attestiertBis()
  const attestiert = new Set<number>()
  let ende = LEERE_KETTE
  let zeilen = 0
  const endsWith = (bruch: Kettenbruch | null): Protokollbefund => ({ zeilen, ende, bruch })
  for await (const page of ports.readZeilen()) {
    for (const zeile of page) {
      const bruch = pruefeZeile(ende, zeile, ports.hash) ?? pruefeNotiz(zeile, notiz)
      if (bruch) return endsWith(bruch)
      ende = { nummer: zeile.nummer, hash: zeile.hash }
      zeilen += 1
    }
    const bruch = await pruefeEintraege(ports, page, attestiert)
    if (bruch) return endsWith(bruch)
    fortschritt?.(zeilen, Math.max(zeilen, laenge))
  }
  const needed = Math.max(laenge, notiz?.nummer ?? 0)
  if (ende.nummer < needed)
    return endsWith({ art: 'zeile-fehlt', nummer: ende.nummer + 1, bis: needed })
  const ohneZeile = await firstWithoutZeile(ports, attestiert, attestiertBis)
  if (ohneZeile !== null)
    return endsWith({
      art: 'eintrag-ohne-zeile',
      nummer: ende.nummer,
      folgenummer: ohneZeile,
    })
  for await (const [inhalt] of ports.readChangedInhalte())
    if (inhalt !== undefined)
      return endsWith({ art: 'inhalt-geaendert', nummer: ende.nummer, inhalt })
  return endsWith(null)
}

function pruefeNotiz({ nummer, hash }: Protokollzeile, notiz: Notiz | null): Kettenbruch | null {
  if (notiz?.nummer !== nummer || notiz.hash === hash) return null
  return { art: 'anders-als-notiert', nummer }
}

async function pruefeEintraege(
  ports: ProtokollPorts,
  page: readonly Protokollzeile[],
  attestiert: Set<number>,
): Promise<Kettenbruch | null> {
  const attesting = page.flatMap(({ nummer, folgenummer, eintragshash }) =>
    folgenummer === null ? [] : [{ nummer, folgenummer, eintragshash }],
  )
  const hashes = await ports.hashesOfEintraege(attesting.map(({ folgenummer }) => folgenummer))
  for (const { nummer, folgenummer, eintragshash } of attesting) {
    const found = hashes.get(folgenummer)
    if (found === undefined) return { art: 'eintrag-fehlt', nummer, folgenummer }
    if (found !== eintragshash) return { art: 'eintrag-geaendert', nummer, folgenummer }
    attestiert.add(folgenummer)
  }
  return null
}

async function firstWithoutZeile(
  ports: ProtokollPorts,
  attestiert: ReadonlySet<number>,
  bis: number,
): Promise<number | null> {
  for await (const page of ports.readFolgenummern()) {
    for (const folgenummer of page)
      if (folgenummer <= bis && !attestiert.has(folgenummer)) return folgenummer
  }
  return null
}
