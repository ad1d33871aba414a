'use client'
import { useEffect } from 'react'
import { postAct } from '../postAct.ts'

/** Notes on the first visit what was read, so that later changes can be shown. Says nothing, and no failure matters. */
export function Gesehen({
  id,
  fassung,
  stand,
}: {
  readonly id: string
  readonly fassung: string
  readonly stand: string
}) {
  useEffect(() => {
    void postAct('abstimmungen', id, 'gesehen', { fassung, stand, erstmals: true })
  }, [id, fassung, stand])
  return null
}
