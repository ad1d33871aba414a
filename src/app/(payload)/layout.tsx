import type { ReactNode } from 'react'
import config from '@payload-config'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import '@payloadcms/next/css'
import type { ServerFunctionClient } from 'payload'
import { AccessibleAdmin } from '../components/AccessibleAdmin.tsx'
import { importMap } from './admin/importMap.js'
import './stichtag.css'
import './protokoll.css'
import './spalten.css'
import './aufgaben.css'

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  return handleServerFunctions({ ...args, config, importMap })
}

/** The frame of the admin. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
      <AccessibleAdmin />
    </RootLayout>
  )
}
