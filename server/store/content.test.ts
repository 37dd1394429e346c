import { expect, test } from 'vitest'
import { contentOf, haveSameContent } from './content.ts'
import { draftOf } from './store-fixture.ts'
import type { Draft } from './store.ts'

const draft = draftOf(1)
const turned = Object.fromEntries(Object.entries(draft).toReversed()) as Draft
const moved = { ...draft, position: { ...(draft.position as object), lat: 12.65 } } as Draft
const bare = { ...draft, position: null, event: { id: 'e', role: 'best' as const } }
const unsaid = { ...draft, extra: undefined } as Draft

test.each([
  [draft, { ...draft }, true],
  [draft, turned, true],
  [draft, unsaid, true],
  [draft, moved, false],
  [draft, bare, false],
  [bare, { ...bare, event: { id: 'e', role: 'same' as const } }, false],
  [draft, { ...draft, note: null }, false],
])('both ways of comparing agree that contents are the same or not (%#)', (a, b, expected) => {
  expect(haveSameContent(a, b)).toBe(expected)
  expect(haveSameContent(b, a)).toBe(expected)
  expect(contentOf(a) === contentOf(b)).toBe(expected)
})

test('a content is written as JSON with its keys in order, as it was when what is stored was digested', () => {
  const telling = {
    ...turned,
    note: 'a “quote”, \u0000, \ud800 and\ttabs',
    extra: [1.5, null, true, { b: undefined, a: [] }],
  }
  const sorted = JSON.stringify(telling, (_key, value: unknown) =>
    value === null || typeof value !== 'object' || Array.isArray(value)
      ? value
      : Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  )
  expect(contentOf(telling)).toBe(sorted)
})
