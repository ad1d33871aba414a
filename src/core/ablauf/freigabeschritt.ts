import {
  ABLAUF,
  isUnveroeffentlicht,
  ZUSTAND_LABELS,
  type Ablaufstand,
  type Aktion,
  type Weg,
  type Zustand,
} from '#core/ablauf/ablauf.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem, type Problem } from '#core/errors/problems.ts'

/** Who wants to release a text that stands where, and on which way it goes. */
export type Freigabeschritt = {
  readonly ablauf: Ablaufstand
  readonly kurzerWeg: boolean
  /** Id of the account or machine that releases. */
  readonly von: string
  /** Overrides the long way and the four eyes; needs a reason. */
  readonly eilfall: boolean
  readonly grund: string | null
}

/**
 * Whether this account takes the last step of the way: from the right state (`ABLAUF`), and by four eyes. Whether the
 * role may do it at all is asked before (`mayDo`). A text that the log holds is left to the log. Problems:
 * `text-is-under-embargo`, `reason-is-missing` (an Eilfall), `author-may-not-release`, `approval-is-missing`,
 * `step-is-not-allowed`.
 */
export function checkFreigabeschritt(schritt: Freigabeschritt): Result<null> {
  const { ablauf, kurzerWeg, von, eilfall, grund } = schritt
  const { zustand, embargo, verfasser } = ablauf
  if (!isUnveroeffentlicht(zustand)) return success(null)
  if (embargo) return failed(problem('text-is-under-embargo'))
  if (eilfall) return grund === null ? failed(problem('reason-is-missing', 'Grund')) : success(null)
  if (!isStep('freigeben', zustand, kurzerWeg))
    return failed(refusalOf('freigeben', zustand, kurzerWeg))
  return verfasser.includes(von) ? failed(problem('author-may-not-release')) : success(null)
}

/** Whether the table knows this step from this state, for anybody. */
export function isStep(aktion: Aktion, zustand: Zustand, kurzerWeg: boolean): boolean {
  const weg: Weg = kurzerWeg ? 'kurz' : 'lang'
  return ABLAUF.some(
    (regel) =>
      regel.aktion === aktion && regel.zustaende.includes(zustand) && regel.wege.includes(weg),
  )
}

/** Why a step that the person could take with another text is not the next one of this text. */
export function refusalOf(aktion: Aktion, zustand: Zustand, kurzerWeg: boolean): Problem {
  if (zustand === 'zurueckgezogen') return problem('fassung-is-withdrawn')
  if (zustand === 'freigegeben') return problem('fassung-is-released')
  // Only the log can say that; nothing of what follows a release works before it.
  if (!ABLAUF.some((regel) => regel.aktion === aktion && regel.zustaende.some(isUnveroeffentlicht)))
    return problem('fassung-is-not-released')
  if (aktion === 'freigeben' && !kurzerWeg) return problem('approval-is-missing')
  return problem('step-is-not-allowed', undefined, { zustand: ZUSTAND_LABELS[zustand] })
}
