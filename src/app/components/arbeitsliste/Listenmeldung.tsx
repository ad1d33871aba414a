'use client'
import { useWaitingMessage } from '../waitingMessage.ts'

/** What was done last, said after the page has been loaded anew. */
export function Listenmeldung() {
  return (
    <p className="stichtag-meldung" role="status">
      {useWaitingMessage()}
    </p>
  )
}
