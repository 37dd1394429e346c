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
