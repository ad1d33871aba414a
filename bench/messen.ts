/** Milliseconds that the work took, and its result. */
export async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly ms: number; readonly wert: T }> {
  const start = performance.now()
  const wert = await work()
  return { ms: performance.now() - start, wert }
}

/** The same in time of the processor (all threads of this process): a busy machine does not change it. */
export async function timedCpu<T>(
  work: () => Promise<T>,
): Promise<{ readonly ms: number; readonly cpuMs: number; readonly wert: T }> {
  const before = process.cpuUsage()
  const { ms, wert } = await timed(work)
  const { user, system } = process.cpuUsage(before)
  return { ms, cpuMs: (user + system) / 1000, wert }
}

/** The middle of the values. */
export function median(values: readonly number[]): number {
  const ordered = [...values].sort((left, right) => left - right)
  return ordered[Math.floor(ordered.length / 2)] ?? NaN
}

/** Median time of several runs, milliseconds. */
export async function medianTime(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    times.push((await timed(work)).ms)
    await nextTurn()
  }
  return median(times)
}

/** Does the work for each item, so many at a time. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items]
  const lane = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: width }, lane))
}

/** How far the memory of this process (RSS) rose above its state before, MiB; measured every 50 ms. */
export async function memoryGrowth<T>(
  work: () => Promise<T>,
): Promise<{ readonly mib: number; readonly wert: T }> {
  await collectGarbage()
  const before = process.memoryUsage.rss()
  let peak = before
  const sample = (): void => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  const timer = setInterval(sample, 50)
  const wert = await work()
  sample()
  clearInterval(timer)
  return { mib: (peak - before) / MIB, wert }
}

/** Frees what is free; needs `--expose-gc`. */
export async function collectGarbage(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.()
    await nextTurn()
  }
}

/** Lets timers and sockets run. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Bytes in one MiB. */
export const MIB = 1024 * 1024
