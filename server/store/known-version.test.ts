import { expect, test } from 'vitest'
import { withKnownVersion, withSharedVersion } from './known-version.ts'
import { memoryStore } from './memory.ts'
import { draftOf } from './store-fixture.ts'

/** A store that counts how often it is asked for its version, and takes its time to tell. */
function counting() {
  const store = memoryStore()
  let asked = 0
  const slow = {
    ...store,
    async version() {
      asked += 1
      const version = await store.version()
      await new Promise((resolve) => setTimeout(resolve, 5))
      return version
    },
  }
  return { store, slow, asked: () => asked }
}

test('the only writer asks for the version once, and again after what it wrote', async () => {
  const { slow, asked } = counting()
  const store = withKnownVersion(slow)
  expect(await Promise.all([store.version(), store.version()])).toEqual([0, 0])
  await store.version()
  expect(asked()).toBe(1)
  await store.append([draftOf(1)])
  expect(await store.version()).toBe(1)
  await store.purge(draftOf(1).id, 'test')
  expect(await store.version()).toBe(2)
  expect(asked()).toBe(3)
})

test('a version that was asked for before a write is forgotten by its end', async () => {
  const store = withKnownVersion(counting().slow)
  const before = store.version()
  await store.append([draftOf(1)])
  await before
  expect(await store.version()).toBe(1)
})

test('a version that could not be had is asked for again', async () => {
  const { slow } = counting()
  let isBroken = true
  const version = async () => {
    if (isBroken) throw new Error('gone')
    return slow.version()
  }
  for (const wrapped of [withKnownVersion, withSharedVersion]) {
    isBroken = true
    const store = wrapped({ ...slow, version })
    await expect(store.version()).rejects.toThrow('gone')
    isBroken = false
    expect(await store.version()).toBe(0)
  }
})

test('many who ask at once among other writers ask twice at most, and see what was written before', async () => {
  const { store, slow, asked } = counting()
  const shared = withSharedVersion(slow)
  const early = shared.version()
  // The first question is under way by then.
  await Promise.resolve()
  await store.append([draftOf(1)])
  const late = await Promise.all(Array.from({ length: 200 }, () => shared.version()))
  expect(new Set(late)).toEqual(new Set([1]))
  expect(await early).toBe(0)
  expect(asked()).toBe(2)
})
