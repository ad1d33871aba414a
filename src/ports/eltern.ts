import type { FassungId, RedaktionId } from '#core/fassung/fassung.ts'
import type { Elternkenntnis, Ort } from '#core/fassung/elternstand.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import type { Anker } from '#core/rechtsnorm/anker.ts'

/** A German draft as far as it stands on top of what it inherits; an anchor that nobody has set yet is null. */
export type Elternentwurf = Ort & {
  readonly fassungId: FassungId
  readonly redaktionId: RedaktionId
  readonly beginn: Anker | null
  readonly ende: Anker | null
  readonly inhalt: FassungInhalt
  readonly kenntnis: Elternkenntnis
}

/** The drafts of these Redaktionen in which a layer below the Bund says something; those that do not parse are left out. */
export type FindElternentwuerfe = (
  redaktionIds: readonly RedaktionId[],
) => Promise<readonly Elternentwurf[]>

/** What the desk notes of released texts: against what each of their modules was written. */
export type FindElternkenntnis = (
  fassungIds: readonly FassungId[],
) => Promise<ReadonlyMap<FassungId, Elternkenntnis['module']>>

/** Which of these changes (`elternschluessel`) somebody has decided about; asked by the rows of texts that they concern. */
export type FindElternentscheide = (reihen: readonly string[]) => Promise<ReadonlySet<string>>
