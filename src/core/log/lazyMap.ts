/**
 * A map whose values are made when they are asked for, and kept. Walking over it makes all of them, at once: then
 * `all` is asked.
 */
export class LazyMap<K, V> implements ReadonlyMap<K, V> {
  readonly #known = new Map<K, V | undefined>()
  readonly #lookUp: (key: K) => V | undefined
  readonly #makeAll: () => ReadonlyMap<K, V>
  #all: ReadonlyMap<K, V> | undefined

  constructor(lookUp: (key: K) => V | undefined, all: () => ReadonlyMap<K, V>) {
    this.#lookUp = lookUp
    this.#makeAll = all
  }

  get(key: K): V | undefined {
    if (this.#all) return this.#all.get(key)
    if (this.#known.has(key)) return this.#known.get(key)
    const value = this.#lookUp(key)
    this.#known.set(key, value)
    return value
  }

  has(key: K): boolean {
    return this.get(key) !== undefined
  }

  get size(): number {
    return this.#whole().size
  }

  keys(): MapIterator<K> {
    return this.#whole().keys()
  }

  values(): MapIterator<V> {
    return this.#whole().values()
  }

  entries(): MapIterator<[K, V]> {
    return this.#whole().entries()
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries()
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    this.#whole().forEach((value, key) => {
      visit(value, key, this)
    })
  }

  #whole(): ReadonlyMap<K, V> {
    this.#all ??= this.#makeAll()
    return this.#all
  }
}
