'use client'
import { useEffect } from 'react'
import { keepAccessible } from './mendAccessibility.ts'

/** Shows nothing; gives names and roles to what Payload's admin leaves without. */
export function AccessibleAdmin() {
  useEffect(() => keepAccessible(document.body), [])
  return null
}
