/** What an address of ours answers as JSON; null where it does not. */
export async function readAntwort<T>(address: string): Promise<T | null> {
  const response = await fetch(address, { credentials: 'same-origin' }).catch(() => null)
  if (response?.ok !== true) return null
  return (await response.json().catch(() => null)) as T | null
}
