import { satz } from '#core/errors/deutsch.ts'
import type { Problem, ProblemCode } from '#core/errors/problems.ts'

/** Why a delivery failed, for the people who look after it: each code's sentence once, then its findings. */
export function fehlertext(problems: readonly Problem[]): string {
  const codes = [...new Set(problems.map(({ code }) => code))]
  return codes.flatMap((code) => paragraph(code, problems)).join('\n')
}

function paragraph(code: ProblemCode, problems: readonly Problem[]): readonly string[] {
  const own = problems.filter((each) => each.code === code)
  const [{ angaben } = {}] = own
  const findings = own.map(finding).filter(Boolean)
  return [satz({ code, ...(angaben ? { angaben } : {}) }), ...findings.map((line) => `– ${line}`)]
}

function finding({ stelle, angaben = {} }: Problem): string {
  const { meldung, regel, beispiele, fehlend, grund, pfad } = angaben
  const words = [
    meldung,
    regel && `(${regel})`,
    fehlend && `Es fehlen ${fehlend}:`,
    beispiele,
    grund,
    pfad,
  ]
  return [stelle && `${stelle}:`, ...words].filter(Boolean).join(' ')
}
