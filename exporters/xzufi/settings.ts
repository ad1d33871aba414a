/** What the operator sets for XZuFi documents. */
export type XzufiSettings = {
  /** Id of the Redaktion (`schemeAgencyID`), e.g. `L100027`. An id is unique only together with it. */
  readonly agencyId: string
  /** Local name of the root element. */
  readonly wurzel: string
  /** `@produktbezeichnung` of the root. */
  readonly produktbezeichnung: string
  /** `@produkthersteller` of the root. */
  readonly hersteller: string
  /** Version of this exporter (`CHANGELOG.md`). Part of every message id: another version, other bytes. */
  readonly version: string
  /**
   * Which parts of an address are written: `gesichert` those whose spelling was seen (`ort`,
   * `verwaltungspolitischeKodierung`), `vollstaendig` also street and post code, whose spelling is
   * an analogy. Choose the second only together with the official schema, which then judges it.
   */
  readonly anschrift: 'gesichert' | 'vollstaendig'
}

/** Version of XZuFi that we write (`@xzufiVersion`). */
export const XZUFI_VERSION = '2.2.0'

/**
 * The defaults, in this one place. The name of the root element of a 2.2.0 delivery was not seen in
 * any public source (`README.md`): receivers select it by namespace and `nachrichtenkopf`, and an
 * operator who has the official schema sets the right one.
 */
const DEFAULTS = {
  wurzel: 'transfer.operation',
  produktbezeichnung: 'Stichtag',
  hersteller: 'Stichtag',
  version: '1',
  anschrift: 'gesichert',
} as const satisfies Omit<XzufiSettings, 'agencyId'>

/** Settings with the defaults where nothing is set. */
export function xzufiSettings({
  agencyId,
  ...others
}: Pick<XzufiSettings, 'agencyId'> & Partial<XzufiSettings>): XzufiSettings {
  return { agencyId, ...DEFAULTS, ...others }
}
