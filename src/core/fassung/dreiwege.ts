/** Anything that can be compared: equal keys say the same. */
export type Vergleichbar = { readonly schluessel: string }

/**
 * A stretch in which base, new parent and own text meet. `gleich`: all three say the same; `nur-eigen`: only the own text
 * departs from the base; `nur-eltern`: only the parent does; `beide-gleich`: both in the same way; `konflikt`: both, differently.
 */
export type Stueckart = 'gleich' | 'nur-eigen' | 'nur-eltern' | 'beide-gleich' | 'konflikt'

/** A stretch with what each of the three says in it. One after the other, the stretches are the whole of each text. */
export type Stueck<Z extends Vergleichbar> = {
  readonly art: Stueckart
  readonly basis: readonly Z[]
  readonly eltern: readonly Z[]
  readonly eigen: readonly Z[]
}

/** What shall stand in a stretch: the own words, the parent's, or the parent's with the own ones behind them. */
export type Wahl = 'eigen' | 'eltern' | 'beide'

/** The three texts that are compared, as tokens. */
export type Dreiwegestoff<Z extends Vergleichbar> = {
  readonly basis: readonly Z[]
  readonly eltern: readonly Z[]
  readonly eigen: readonly Z[]
}

/**
 * Three-way comparison, token by token (diff3): a stretch is `gleich` where both others have the base's tokens, all between two
 * such stretches is one stretch (a word or two between changes of one kind belong to them), so no token of any of the three is without its place. For 20 KB of text on each side it
 * takes some milliseconds, see `matchesOf` for what bounds it.
 */
export function vergleicheDreiwege<Z extends Vergleichbar>({
  basis,
  eltern,
  eigen,
}: Dreiwegestoff<Z>): readonly Stueck<Z>[] {
  const inEltern = matchesOf(basis, eltern)
  const inEigen = matchesOf(basis, eigen)
  const stuecke: Stueck<Z>[] = []
  const at = { basis: 0, eltern: 0, eigen: 0 }
  const takeTo = (next: typeof at): void => {
    const stueck = {
      basis: basis.slice(at.basis, next.basis),
      eltern: eltern.slice(at.eltern, next.eltern),
      eigen: eigen.slice(at.eigen, next.eigen),
    }
    Object.assign(at, next)
    if (stueck.basis.length + stueck.eltern.length + stueck.eigen.length === 0) return
    push(stuecke, { art: artOf(stueck), ...stueck })
  }
  for (const [index] of basis.entries()) {
    const [left, right] = [inEltern[index] ?? NONE, inEigen[index] ?? NONE]
    if (left === NONE || right === NONE) continue
    takeTo({ basis: index, eltern: left, eigen: right })
    takeTo({ basis: index + 1, eltern: left + 1, eigen: right + 1 })
  }
  takeTo({ basis: basis.length, eltern: eltern.length, eigen: eigen.length })
  return withoutIslands(stuecke)
}

/** So few tokens in common between two changes of one kind only tear the sentence apart. */
const ISLAND = 2

function withoutIslands<Z extends Vergleichbar>(
  stuecke: readonly Stueck<Z>[],
): readonly Stueck<Z>[] {
  const joined: Stueck<Z>[] = []
  for (const stueck of stuecke) {
    const [before, island] = joined.slice(-2)
    const isIsland = island?.art === 'gleich' && island.basis.length <= ISLAND
    if (!before || !isIsland || before.art !== stueck.art || stueck.art === 'gleich') {
      joined.push(stueck)
      continue
    }
    const parts = [before, island, stueck]
    joined.splice(-2, 2, {
      art: stueck.art,
      basis: parts.flatMap((each) => each.basis),
      eltern: parts.flatMap((each) => each.eltern),
      eigen: parts.flatMap((each) => each.eigen),
    })
  }
  return joined
}

/**
 * The text that comes of a choice per stretch; asked for every stretch that is not `gleich`. All `eltern` gives the parent's
 * text, all `eigen` the own one.
 */
export function waehle<Z extends Vergleichbar>(
  stuecke: readonly Stueck<Z>[],
  wahl: (index: number) => Wahl,
): readonly Z[] {
  return stuecke.flatMap((stueck, index) => {
    if (stueck.art === 'gleich') return stueck.eigen
    const chosen = wahl(index)
    return chosen === 'beide' ? both(stueck) : stueck[chosen]
  })
}

/** What is proposed for a stretch: what only one side changed is kept. Null: people decide. */
export function vorschlagFor({ art }: Pick<Stueck<Vergleichbar>, 'art'>): Wahl | null {
  switch (art) {
    case 'konflikt':
      return null
    case 'nur-eltern':
    case 'beide-gleich':
      return 'eltern'
    case 'gleich':
    case 'nur-eigen':
      return 'eigen'
  }
}

/** Neighbours of one kind are one stretch. */
function push<Z extends Vergleichbar>(stuecke: Stueck<Z>[], next: Stueck<Z>): void {
  const last = stuecke.at(-1)
  if (last?.art !== next.art || next.art !== 'gleich') {
    stuecke.push(next)
    return
  }
  stuecke.splice(-1, 1, {
    art: next.art,
    basis: [...last.basis, ...next.basis],
    eltern: [...last.eltern, ...next.eltern],
    eigen: [...last.eigen, ...next.eigen],
  })
}

function artOf<Z extends Vergleichbar>({ basis, eltern, eigen }: Dreiwegestoff<Z>): Stueckart {
  const [parentKept, ownKept] = [isEqual(basis, eltern), isEqual(basis, eigen)]
  if (parentKept) return ownKept ? 'gleich' : 'nur-eigen'
  if (ownKept) return 'nur-eltern'
  return isEqual(eltern, eigen) ? 'beide-gleich' : 'konflikt'
}

function both<Z extends Vergleichbar>({ eltern, eigen }: Stueck<Z>): readonly Z[] {
  return isEqual(eltern, eigen) ? eltern : [...eltern, ...eigen]
}

function isEqual(left: readonly Vergleichbar[], right: readonly Vergleichbar[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ schluessel }, index) => schluessel === right[index]?.schluessel)
  )
}

// Matching two sequences

const NONE = -1
/** Beyond so many differences without a token that is unique on both sides, two stretches have nothing in common. */
const MOST_DIFFERENCES = 400

/**
 * For each token of `left` its partner in `right`, or -1; partners rise. Common ends first; then tokens that stand once on each
 * side hold the two together (patience diff), and what lies between them is compared by Myers' algorithm. That one is given up
 * at 400 differences, so the cost is at most tokens × 400 per stretch, however different the texts are.
 */
function matchesOf(left: readonly Vergleichbar[], right: readonly Vergleichbar[]): Int32Array {
  const matches = new Int32Array(left.length).fill(NONE)
  const numbers = new Map<string, number>()
  const numbered = (list: readonly Vergleichbar[]): Int32Array =>
    Int32Array.from(list, ({ schluessel }) => {
      const number = numbers.get(schluessel) ?? numbers.size
      numbers.set(schluessel, number)
      return number
    })
  matchWithin({ a: numbered(left), b: numbered(right), matches }, [
    { a: 0, aEnd: left.length, b: 0, bEnd: right.length },
  ])
  return matches
}

type Pair = { readonly a: Int32Array; readonly b: Int32Array; readonly matches: Int32Array }
type Stretch = {
  readonly a: number
  readonly aEnd: number
  readonly b: number
  readonly bEnd: number
}

function matchWithin(pair: Pair, stretches: readonly Stretch[]): void {
  const open = [...stretches]
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const inner = trimEnds(pair, stretch)
    if (inner.a === inner.aEnd || inner.b === inner.bEnd) continue
    const anchors = anchorsIn(pair, inner)
    if (anchors.length === 0) matchByMyers(pair, inner)
    else open.push(...between(pair, inner, anchors))
  }
}

function trimEnds({ a, b, matches }: Pair, stretch: Stretch): Stretch {
  let [from, to] = [stretch.a, stretch.b]
  let [fromEnd, toEnd] = [stretch.aEnd, stretch.bEnd]
  while (from < fromEnd && to < toEnd && a[from] === b[to]) matches[from++] = to++
  while (from < fromEnd && to < toEnd && a[fromEnd - 1] === b[toEnd - 1])
    matches[--fromEnd] = --toEnd
  return { a: from, aEnd: fromEnd, b: to, bEnd: toEnd }
}

type Anchor = { readonly a: number; readonly b: number }

/** Tokens that stand once on each side, as many as keep their order. */
function anchorsIn({ a, b }: Pair, { a: from, aEnd, b: to, bEnd }: Stretch): readonly Anchor[] {
  const inB = onceIn(b, to, bEnd)
  const anchors: Anchor[] = []
  for (const [number, at] of onceIn(a, from, aEnd)) {
    const partner = inB.get(number)
    if (at !== NONE && partner !== undefined && partner !== NONE)
      anchors.push({ a: at, b: partner })
  }
  return longestRising(anchors.sort((left, right) => left.a - right.a))
}

/** Where each token stands; -1: more than once. */
function onceIn(list: Int32Array, from: number, end: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (let at = from; at < end; at += 1) {
    const number = list[at] ?? NONE
    found.set(number, found.has(number) ? NONE : at)
  }
  return found
}

function longestRising(anchors: readonly Anchor[]): readonly Anchor[] {
  /** Per length the anchor with the least `b` in which a rising row of this length ends. */
  const tails: number[] = []
  const before = new Int32Array(anchors.length).fill(NONE)
  for (const [index, { b }] of anchors.entries()) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((anchors[tails[middle] ?? 0]?.b ?? 0) < b) low = middle + 1
      else high = middle
    }
    before[index] = tails[low - 1] ?? NONE
    tails[low] = index
  }
  const rising: Anchor[] = []
  for (let at = tails.at(-1) ?? NONE; at !== NONE; at = before[at] ?? NONE) {
    const anchor = anchors[at]
    if (anchor) rising.push(anchor)
  }
  return rising.reverse()
}

function between(
  { matches }: Pair,
  { a, aEnd, b, bEnd }: Stretch,
  anchors: readonly Anchor[],
): readonly Stretch[] {
  const stretches: Stretch[] = []
  let [from, to] = [a, b]
  for (const anchor of anchors) {
    matches[anchor.a] = anchor.b
    stretches.push({ a: from, aEnd: anchor.a, b: to, bEnd: anchor.b })
    ;[from, to] = [anchor.a + 1, anchor.b + 1]
  }
  return [...stretches, { a: from, aEnd, b: to, bEnd }]
}

/** Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), with the furthest ends kept to walk back. */
function matchByMyers({ a, b, matches }: Pair, { a: from, aEnd, b: to, bEnd }: Stretch): void {
  const [n, m] = [aEnd - from, bEnd - to]
  const most = Math.min(n + m, MOST_DIFFERENCES)
  const middle = most + 1
  const furthest = new Int32Array(2 * most + 3)
  const kept: Int32Array[] = []
  for (let d = 0; d <= most; d += 1) {
    kept.push(furthest.slice())
    for (let k = -d; k <= d; k += 2) {
      const down =
        k === -d || (k !== d && end(furthest, middle + k - 1) < end(furthest, middle + k + 1))
      let x = down ? end(furthest, middle + k + 1) : end(furthest, middle + k - 1) + 1
      while (x < n && x - k < m && a[from + x] === b[to + x - k]) x += 1
      furthest[middle + k] = x
      if (x < n || x - k < m) continue
      walkBack(kept, middle, d, k, x, (left, right) => {
        matches[from + left] = to + right
      })
      return
    }
  }
}

function walkBack(
  kept: readonly Int32Array[],
  middle: number,
  last: number,
  lastK: number,
  lastX: number,
  match: (left: number, right: number) => void,
): void {
  let [x, k] = [lastX, lastK]
  for (let d = last; d >= 0; d -= 1) {
    const ends = kept[d] ?? new Int32Array()
    const down = k === -d || (k !== d && end(ends, middle + k - 1) < end(ends, middle + k + 1))
    const before = down ? k + 1 : k - 1
    const start = d === 0 ? 0 : down ? end(ends, middle + before) : end(ends, middle + before) + 1
    while (x > start) {
      x -= 1
      match(x, x - k)
    }
    x = end(ends, middle + before)
    k = before
  }
}

function end(ends: Int32Array, at: number): number {
  return ends[at] ?? 0
}
