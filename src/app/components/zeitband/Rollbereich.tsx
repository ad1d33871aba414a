'use client'
import { useEffect, useRef, type ReactNode } from 'react'

/** A picture wider than its place: it can be moved sideways, and shows first what lies around `mitte` (0 to 1). */
export function Rollbereich({
  mitte,
  name,
  children,
}: {
  readonly mitte: number
  readonly name: string
  readonly children: ReactNode
}) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = frame
    if (current) current.scrollLeft = mitte * current.scrollWidth - current.clientWidth / 2
  }, [mitte])
  return (
    <div
      aria-label={name}
      className="stichtag-bildrahmen stichtag-bildrahmen--rollt"
      ref={frame}
      role="group"
      tabIndex={0}
    >
      {children}
    </div>
  )
}
