/**
 * Lets timers, sockets and finalizers run. Awaited SQLite calls never leave the microtask queue,
 * so a bulk loop without this starves HTTP and grows by 100 KB per document.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Waits at least `milliseconds`. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
