import config from '@payload-config'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { importMap } from '../importMap.js'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

/** Title and description of a page of the admin. */
export async function generateMetadata({ params, searchParams }: Args): Promise<Metadata> {
  // The mark of the house (`src/app/icon.svg`) instead of Payload's.
  const { icons: _icons, ...metadata } = await generatePageMetadata({
    config,
    params,
    searchParams,
  })
  return metadata
}

/** A page of the admin. */
export default function Page({ params, searchParams }: Args) {
  return RootPage({ config, importMap, params, searchParams })
}
