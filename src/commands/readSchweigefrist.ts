import { success, type Result } from '#core/ergebnis.ts'
import type { Freigegeben } from '#core/fassung/fassung.ts'
import type { FassungInhalt, Modulname } from '#core/fassung/module.ts'
import type { Schweigefrist } from '#core/fassung/schweigefrist.ts'
import { betroffeneModule, schweigelageOf } from '#core/log/schweigelage.ts'
import { gebieteOn, newestPair } from '#core/log/snapshot.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { findSchweigefrist } from '#commands/answerSchweigefrist.ts'
import type { Clock, CurrentChronik, GetInhalte } from '#ports/log.ts'

/** A Schweigefrist for whoever answers it. */
export type Schweigeauskunft = {
  readonly frist: Schweigefrist
  /** Last day to answer as known now. */
  readonly fristende: CalendarDay
  /** First day on which silence counts; null: its law has no day, or failed. */
  readonly ab: CalendarDay | null
  /** Whether it can still be answered. */
  readonly laeuft: boolean
  /** The texts that would lose words, with these modules; those that lose none are left out. */
  readonly texte: readonly {
    readonly fassung: Freigegeben
    readonly module: readonly { readonly modul: Modulname; readonly bleibt: boolean }[]
  }[]
}

/** Reads where a Schweigefrist stands and which texts it concerns. Problem: `schweigefrist-is-unknown`. */
export async function readSchweigefrist(
  ports: {
    readonly clock: Clock
    readonly chronik: CurrentChronik
    readonly getInhalte: GetInhalte
  },
  { id }: { readonly id: string },
): Promise<Result<Schweigeauskunft>> {
  const { heute } = ports.clock()
  const chronik = await ports.chronik()
  const found = findSchweigefrist(chronik, id)
  if (!found.ok) return found
  const gebiete = gebieteOn(chronik, newestPair(chronik, heute))
  const { frist, fristende, ab, texte } = schweigelageOf(chronik, found.value.beleg, gebiete)
  const inhalte = await ports.getInhalte([...new Set(texte.map(({ fassung }) => fassung.inhalt))])
  return success({
    frist,
    fristende,
    ab,
    laeuft: heute <= fristende,
    texte: texte.flatMap((text) => {
      const { fassung } = text
      const module = betroffeneModule(frist, text, inhalte.get(fassung.inhalt) as FassungInhalt)
      return module.length === 0 ? [] : [{ fassung, module }]
    }),
  })
}
