import type { BenannterBefund } from '#core/pruefung/zeitleisten/befunde.ts'
import type { Befunde, GespeicherterBefund, Uebergehung } from '#ports/befunde.ts'

/** The stored findings without a database; `rows` shows what is stored. */
export type InMemoryBefunde = Befunde & {
  readonly rows: ReadonlyMap<string, GespeicherterBefund & { readonly warum?: Uebergehung }>
}

/** An empty store of findings, with these Redaktionen. */
export function inMemoryBefunde(
  namen: Readonly<Record<string, string>> = { landesredaktion: 'Landesredaktion' },
): InMemoryBefunde {
  const rows = new Map<string, GespeicherterBefund & { readonly warum?: Uebergehung }>()
  const put = ({ schluessel, redaktionId }: BenannterBefund): void => {
    rows.set(schluessel, { schluessel, zustand: 'offen', redaktionId })
  }
  const inZustand = (zustand: GespeicherterBefund['zustand']) =>
    [...rows.values()].filter((row) => row.zustand === zustand)
  return {
    rows,
    save: (found) => {
      const keys = new Set(found.map(({ schluessel }) => schluessel))
      const neu = found.filter(({ schluessel }) => rows.get(schluessel)?.zustand !== 'uebergangen')
      for (const befund of neu) put(befund)
      const gone = inZustand('offen').filter(({ schluessel }) => !keys.has(schluessel))
      for (const row of gone) rows.set(row.schluessel, { ...row, zustand: 'behoben' })
      return Promise.resolve({
        neu: neu.length,
        behoben: gone.length,
        offen: inZustand('offen').length,
        uebergangen: inZustand('uebergangen').length,
      })
    },
    find: (schluessel) => Promise.resolve(rows.get(schluessel) ?? null),
    add: (befund) => {
      put(befund)
      return Promise.resolve()
    },
    overrule: (schluessel, warum) => {
      const row = rows.get(schluessel)
      if (row?.zustand !== 'offen') return Promise.resolve(false)
      rows.set(schluessel, { ...row, zustand: 'uebergangen', warum })
      return Promise.resolve(true)
    },
    reopen: (schluessel) => {
      const row = rows.get(schluessel)
      if (row?.zustand !== 'uebergangen') return Promise.resolve(false)
      const { warum: _warum, ...rest } = row
      rows.set(schluessel, { ...rest, zustand: 'offen' })
      return Promise.resolve(true)
    },
    overruled: () =>
      Promise.resolve(new Set(inZustand('uebergangen').map(({ schluessel }) => schluessel))),
    redaktionsnamen: () => Promise.resolve(new Map(Object.entries(namen))),
  }
}
