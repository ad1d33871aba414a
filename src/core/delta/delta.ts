/** One difference between two snapshots. */
export type Aenderung<V> =
  | { readonly art: 'neu'; readonly key: string; readonly nachher: V }
  | { readonly art: 'geaendert'; readonly key: string; readonly vorher: V; readonly nachher: V }
  | { readonly art: 'entfallen'; readonly key: string; readonly vorher: V }

/** What changes from one snapshot to another, ordered by key. */
export type Delta<V> = readonly Aenderung<V>[]

/**
 * The difference of two keyed states. Publishing is a difference: what changes overnight is
 * `diffSnapshots(yesterday, today)`. Law: `applyDelta(before, diffSnapshots(before, after, same))` equals `after`.
 */
export function diffSnapshots<V>(
  before: ReadonlyMap<string, V>,
  after: ReadonlyMap<string, V>,
  same: (left: V, right: V) => boolean,
): Delta<V> {
  const delta: Aenderung<V>[] = []
  for (const [key, nachher] of after) {
    if (!before.has(key)) delta.push({ art: 'neu', key, nachher })
  }
  for (const [key, vorher] of before) {
    if (!after.has(key)) delta.push({ art: 'entfallen', key, vorher })
    else {
      const nachher = after.get(key) as V
      if (!same(vorher, nachher)) delta.push({ art: 'geaendert', key, vorher, nachher })
    }
  }
  return delta.sort((left, right) => compareKeys(left.key, right.key))
}

/** The state after the delta; `before` is left as it is. */
export function applyDelta<V>(
  before: ReadonlyMap<string, V>,
  delta: Delta<V>,
): ReadonlyMap<string, V> {
  const after = new Map(before)
  for (const aenderung of delta) {
    if (aenderung.art === 'entfallen') after.delete(aenderung.key)
    else after.set(aenderung.key, aenderung.nachher)
  }
  return after
}

/** Order of keys by code units: the same on every machine and in every locale. */
export function compareKeys(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
