import { readFile } from 'node:fs/promises'
import { expect, test, vi } from 'vitest'
import { testAtlas } from '#mocks/api-over.ts'
import { BATCH, importFiles, lineOf } from './import-files.ts'
import { recordFiles } from './record-files.ts'
import { PUBLIC_RECORD } from './release.ts'
import { memoryStore } from './store/memory.ts'
import { readingOf } from './store/store-fixture.ts'

// Thousands of rows take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

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

/** The record as often as it is told, each row under an id of its own. */
async function manyFacts(times: number): Promise<string> {
  const [header = '', ...rows] = (await readFile(PUBLIC_RECORD, 'utf8')).trimEnd().split(/\r?\n/)
  const copies = Array.from({ length: times }, (_, n) =>
    rows.map((row) => row.replace(/^[^,]*/, `$&-${n}`)),
  )
  return [header, ...copies.flat()].join('\n')
}

/** A source of facts that notes how many pieces of it were taken. */
function sourceOf(facts: string) {
  const size = 2_000
  const taken: number[] = []
  async function* pieces() {
    taken.push(0)
    for (let from = 0; from < facts.length; from += size) {
      taken[taken.length - 1] = (taken.at(-1) ?? 0) + 1
      yield facts.slice(from, from + size)
    }
  }
  const count = Math.ceil(facts.length / size)
  return { source: { pieces, relations: null, officialPrices: null }, taken, count }
}

test('a file longer than memory is read once to look at it, and once a batch at a time', async () => {
  const store = memoryStore()
  const { source, taken, count } = sourceOf(await manyFacts(20))
  const takenThen: (number | undefined)[] = []
  const append = vi.spyOn(store, 'append').mockImplementation(async (drafts) => {
    takenThen.push(taken.at(-1))
    return drafts.map(({ id }) => ({ id, outcome: 'added', revision: 1 }))
  })
  const parts = { store, atlas: await testAtlas(), batch: 250, tell: () => {} }
  expect(await importFiles(source, parts)).toMatchObject({ added: 6540, refused: 0 })
  expect(taken).toEqual([count, count])
  expect(append).toHaveBeenCalledTimes(27)
  // By the time the first batch is kept, a small part of the file was read again.
  expect(takenThen[0]).toBeLessThan(count / 4)
})

test('a file that cannot be read to its end adds nothing at all', async () => {
  const store = memoryStore()
  const append = vi.spyOn(store, 'append')
  const { source } = sourceOf(`${await manyFacts(4)}\n"a quote that does not close`)
  const parts = { store, atlas: await testAtlas(), batch: 250, tell: () => {} }
  const last = await importFiles(source, parts)
  expect(lineOf(last)).toMatch(/^Nothing was taken in: The record cannot be read as CSV: /)
  expect(append).not.toHaveBeenCalled()
})

test('a letter of two units is the same wherever in a long file it stands', async () => {
  const [header = '', row = ''] = (await readFile(PUBLIC_RECORD, 'utf8')).split(/\r?\n/)
  // A letter of Adlam, in which Fulani is written. The ids are of different lengths: so pieces end in either half of one.
  const note = '𞤀'.repeat(900)
  const rows = Array.from({ length: 200 }, (_, n) =>
    row.replace(/^[^,]*/, `fact-${n}`).replace('Bulk butane per kg', note),
  )
  const store = memoryStore()
  const kept = vi.spyOn(store, 'append')
  const files = { facts: [header, ...rows].join('\n'), relations: null, officialPrices: null }
  await importFiles(files, { store, atlas: await testAtlas(), batch: Infinity, tell: () => {} })
  const notes = kept.mock.calls[0]?.[0].map((draft) => draft.note) ?? []
  expect(new Set(notes)).toEqual(new Set([`${note}; small bottles subsidised at 320 F/kg`]))
})

test('a file that gets shorter while it is read is not said to be taken in', async () => {
  const facts = await manyFacts(2)
  let times = 0
  async function* pieces() {
    times += 1
    yield times === 1 ? facts : facts.slice(0, facts.lastIndexOf('\n'))
  }
  const parts = { store: memoryStore(), atlas: await testAtlas(), batch: 250, tell: () => {} }
  const source = { pieces, relations: null, officialPrices: null }
  await expect(importFiles(source, parts)).rejects.toThrow('wrote to the file while it was read')
})
