'use client'
import { useEffect, useState } from 'react'

/** Several findings can stand in one message, milliseconds. */
export const LONG_ENOUGH_TO_READ = 30_000
/** Where a message waits while the page is loaded anew. */
const MESSAGE = 'stichtag-meldung'

/** Loads the page anew, because its fields have changed; the message outlives that. */
export function reloadWith(message: string): void {
  sessionStorage.setItem(MESSAGE, message)
  window.location.reload()
}

/** Opens another page of ours, where the message is shown. */
export function goWith(path: string, message: string): void {
  sessionStorage.setItem(MESSAGE, message)
  window.location.assign(path)
}

/** The message that was left before the reload; it stays until the person goes on. */
export function useWaitingMessage(): string {
  const [message, setMessage] = useState('')
  useEffect(() => {
    setMessage((shown) => sessionStorage.getItem(MESSAGE) ?? shown)
    sessionStorage.removeItem(MESSAGE)
  }, [])
  return message
}
