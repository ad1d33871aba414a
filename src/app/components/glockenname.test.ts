import { expect, it } from 'vitest'
import { glockenname } from './glockenname.ts'

it.each([
  [0, 'Keine ungelesenen Benachrichtigungen'],
  [1, '1 ungelesene Benachrichtigung'],
  [3, '3 ungelesene Benachrichtigungen'],
])('%i unread: %s', (anzahl, name) => {
  expect(glockenname(anzahl)).toBe(name)
})
