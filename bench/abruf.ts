import { appOf, type Haus } from './haus.ts'
import { REDAKTION, andereTage, type Datensatz } from './daten.ts'
import { median } from './messen.ts'
import { serving, type Lesebericht, type Leser } from './netz.ts'
import { dauer, melde, zahlText } from './tabelle.ts'

/** The two that are compared take turns, so that a busy machine disturbs both; the median counts. */
const RUNDEN = 7
const ANFRAGEN = 500
/** REST is slower: as many would only take longer. */
const ANFRAGEN_REST = 150
const VERBINDUNGEN = 8

/** One merged Leistung against one document of Payload's REST, through the whole app, same process. */
export async function messeAbruf(
  haus: Haus,
  leser: Leser,
  { daten, entwuerfe }: { readonly daten: Datensatz; readonly entwuerfe: readonly string[] },
): Promise<void> {
  const authorization = await signIn(haus)
  const merged = feedPaths(daten)
  const fassungen = entwuerfe.map((id) => `/api/fassungen/${id}?depth=0`)
  const leistungen = daten.leistungen
    .slice(0, entwuerfe.length)
    .map(({ id }) => `/api/leistungen/${id}?depth=0`)
  await serving(appOf(haus), async (port) => {
    const read = (paths: readonly string[], anfragen: number, headers: Headers) =>
      leser.read({ port, paths, anfragen, verbindungen: VERBINDUNGEN, headers })
    const compare = async (was: string, paths: readonly string[], headers: Headers = {}) => {
      const feed: Lesebericht[] = []
      const rest: Lesebericht[] = []
      for (let runde = 0; runde < RUNDEN; runde += 1) {
        feed.push(await read(merged, ANFRAGEN, headers))
        rest.push(await read(paths, ANFRAGEN_REST, { authorization, ...headers }))
      }
      const [own, other] = [medianOf(feed, rate), medianOf(rest, rate)]
      const ratio = median(feed.map((each, runde) => rate(each) / rate(rest[runde] ?? each)))
      melde(
        `${was} (${zahlText(medianOf(rest, kb))} KB)`,
        `${zahlText(own, 0)} gegen ${zahlText(other, 0)} je s = ${zahlText(ratio, 2)}-fach`,
        { mindestens: 4, einheit: '-fach' },
        ratio,
      )
      return feed
    }
    await read(merged, 400, {})
    await read(fassungen, 100, { authorization })
    const feed = await compare('JSON einer Leistung: Anfragen gegen REST einer Fassung', fassungen)
    await compare('… beide mit gzip', fassungen, { 'accept-encoding': 'gzip' })
    await compare('… gegen REST einer Leistung ohne Texte', leistungen)
    melde(
      `… Antwortzeit (${zahlText(medianOf(feed, kb))} KB, ${VERBINDUNGEN} Verbindungen)`,
      `Median ${dauer(medianOf(feed, (each) => each.median))}, p99 ${dauer(medianOf(feed, ({ p99 }) => p99))}`,
    )
    await messeAndereTage(leser, port, merged)
  })
}

/** A portal asks for many days: each of them is new to the process. */
async function messeAndereTage(
  leser: Leser,
  port: number,
  paths: readonly string[],
): Promise<void> {
  const [path = ''] = paths
  const tage = andereTage(12).map((tag) => `${path}&stichtag=${tag}`)
  const read = (list: readonly string[]) =>
    leser.read({ port, paths: list, anfragen: 12, verbindungen: 1 })
  const today = await read([path])
  const other = await read(tage)
  const ratio = other.median / today.median
  melde(
    'JSON einer Leistung an zwölf anderen Tagen gegen heute, durch den Feed',
    `${dauer(other.median)} gegen ${dauer(today.median)} = ${zahlText(ratio)}-fach`,
    { hoechstens: 1.5, einheit: '-fach' },
    ratio,
  )
}

function feedPaths({ leistungen, kommunale, gemeinden }: Datensatz): readonly string[] {
  return leistungen.slice(0, Math.min(kommunale, 400)).map(({ id }, index) => {
    const ars = gemeinden[(index * 7) % gemeinden.length]?.ars ?? ''
    return `/export/v1/leistungen/${id}?ars=${ars}`
  })
}

async function signIn({ payload }: Haus): Promise<string> {
  const account = { email: 'bench@stichtag.example', password: 'bench bench bench bench' }
  await payload.create({
    collection: 'users',
    data: {
      id: 'bench',
      ...account,
      name: 'Bench',
      rolle: 'landesredaktion',
      redaktion: REDAKTION,
    } as never,
  })
  const { token } = await payload.login({ collection: 'users', data: account })
  return `JWT ${token ?? ''}`
}

type Headers = Readonly<Record<string, string>>

function rate({ ms, anfragen }: Lesebericht): number {
  return (anfragen / ms) * 1000
}

function kb({ bytes, anfragen }: Lesebericht): number {
  return bytes / anfragen / 1000
}

function medianOf(list: readonly Lesebericht[], of: (each: Lesebericht) => number): number {
  return median(list.map(of))
}
