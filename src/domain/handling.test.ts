import { expect, test } from 'vitest'
import { attack, someReport } from '#testing/some-report.ts'
import { handlingOf, strictestOf } from './handling.ts'

const told = (change: Parameters<typeof someReport>[2]) =>
  someReport('2026-01-29', attack(), change)
const unsourced = { name: 'Observer', kind: 'community', url: null, publishedOn: null } as const

test('what a source published under an address may go anywhere', () => {
  expect(handlingOf(told({}))).toBeNull()
  expect(strictestOf([told({}), told({})])).toEqual({})
})

test('a published delivery waits for its day, whoever printed it', () => {
  expect(handlingOf(told({ event: ['delivery', 'forward'] }))).toBe('delayed')
})

test('what no address shows, and what was given in confidence, may not', () => {
  expect(handlingOf(told({ source: unsourced }))).toBe('restricted')
  expect(handlingOf(told({ sensitivity: 'restricted' }))).toBe('restricted')
  expect(handlingOf(told({ sensitivity: 'confidential', event: ['delivery', 'forward'] }))).toBe(
    'confidential',
  )
})

test('one confidential report makes the whole of it confidential', () => {
  const reports = [told({}), told({ sensitivity: 'confidential' }), told({ source: unsourced })]
  expect(strictestOf(reports)).toEqual({ handling: 'confidential' })
})
