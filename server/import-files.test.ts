import { expect, test } from 'vitest'
import { testAtlas } from '#mocks/api-over.ts'
import { BATCH, importFiles, lineOf } from './import-files.ts'
import { recordFiles } from './record-files.ts'
import { PUBLIC_RECORD } from './release.ts'
import { memoryStore } from './store/memory.ts'
import { readingOf } from './store/store-fixture.ts'

test('what was purged before is left out of an import, and counted by itself', async () => {
  const store = memoryStore()
  const files = await recordFiles(PUBLIC_RECORD)
  const parts = { store, atlas: await testAtlas(), batch: BATCH, tell: () => {} }
  await importFiles(files, parts)
  const [first] = await store.read(readingOf({ clock: new Date().toISOString() }))
  await store.purge(first?.id ?? '', 'Awa')
  expect(lineOf(await importFiles(files, parts))).toBe(
    'Added 0, revised 0, unchanged 326, refused 0. Purged before, and left out: 1.',
  )
})
