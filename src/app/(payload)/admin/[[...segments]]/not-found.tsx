import config from '@payload-config'
import { generatePageMetadata, NotFoundPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { importMap } from '../importMap.js'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

/** Title of the page that says that there is none. */
export async function generateMetadata({ params, searchParams }: Args): Promise<Metadata> {
  // The mark of the house (`src/app/icon.svg`) instead of Payload's.
  const { icons: _icons, ...metadata } = await generatePageMetadata({
    config,
    params,
    searchParams,
  })
  return metadata
}

/** The page that says that there is none. */
export default function NotFound({ params, searchParams }: Args) {
  return NotFoundPage({ config, importMap, params, searchParams })
}
