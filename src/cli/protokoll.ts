import { pruefeProtokoll, type Notiz } from '#commands/pruefeProtokoll.ts'
import { bruchSatz } from '#core/protokoll/protokollDeutsch.ts'
import type { CliHouse } from '#cli/house.ts'
import type { Konsole } from '#cli/konsole.ts'

/** A row as the command said it at an earlier time: `1234:` and its hash; null for anything else. */
export function readNotiz(text: string): Notiz | null {
  const match = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text.trim())
  return match?.[1] && match[2] ? { nummer: Number(match[1]), hash: match[2] } : null
}

/** Checks the chain of the audit. Exit code 0: intact; 1: broken, with the first place at which it is. */
export async function runProtokollPruefen(
  { protokoll }: Pick<CliHouse, 'protokoll'>,
  konsole: Konsole,
  notiz: Notiz | null,
): Promise<0 | 1> {
  const befund = await konsole.withProgress('Protokoll wird geprüft', (fortschritt) =>
    pruefeProtokoll(protokoll, { notiz, fortschritt }),
  )
  const { zeilen, ende, bruch } = befund
  if (bruch !== null) {
    konsole.complain(bruchSatz(bruch))
    konsole.complain(`Das Protokoll ist nicht unversehrt. Geprüfte Zeilen bis dahin: ${zeilen}.`)
    return 1
  }
  konsole.say(`Das Protokoll ist unversehrt. Geprüfte Zeilen: ${zeilen}.`)
  if (zeilen > 0) {
    konsole.say(`Letzte Zeile: ${ende.nummer}:${ende.hash}`)
    konsole.say(
      'Notieren Sie diese Zeile außerhalb von Stichtag; mit --bekannt prüfen Sie später, ob sie noch dasteht.',
    )
  }
  return 0
}
