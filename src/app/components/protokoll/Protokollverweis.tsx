'use client'
import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import Link from 'next/link'
import { protokollOf } from './filter.ts'

const READERS: readonly unknown[] = [
  'administration',
  'landesredaktion',
  'kommunalredaktion',
  'fachressort',
]

/** Leads from a document to what was done to it. */
export function Protokollverweis() {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  if (id === undefined || !READERS.includes(user?.['rolle'])) return null
  return (
    <p className="stichtag-protokollverweis">
      <Link href={protokollOf(String(id))} prefetch={false}>
        Protokoll: wer hat was getan?
      </Link>
    </p>
  )
}
