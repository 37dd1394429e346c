import { expect, test } from 'vitest'
import { joined, partsOf } from '#domain/parts.ts'
import type { Report } from '#domain/report.ts'
import { situationOf } from '#domain/situation-of.ts'
import { recordDrafts, testAtlas } from '#mocks/api-over.ts'
import { makeReader } from './reading.ts'
import { PRODUCT_PARTS } from './store/copies.ts'
import { memoryStore } from './store/memory.ts'
import { workAhead } from './work-ahead.ts'

const NOW = '2026-05-01T12:00:00.000Z'
const atlas = await testAtlas()

/** What the public sees of the record, week by week, each report telling when it is looked at. */
async function watched() {
  const store = memoryStore({ ...PRODUCT_PARTS, now: () => NOW })
  await store.append(await recordDrafts())
  const { read } = makeReader({ store, now: () => NOW, atlas })
  const held = await read('public', {})
  const looks = { count: 0 }
  const watch = (report: Report) =>
    new Proxy(report, {
      get(of, key) {
        looks.count += 1
        return Reflect.get(of, key) as unknown
      },
    })
  const weeks = partsOf(held.reports).map((week) => week.map(watch))
  return { held: { ...held, reports: joined(weeks) }, weeks, looks }
}

test('the first answer looks at no report again that was looked at ahead', async () => {
  const { held, weeks, looks } = await watched()
  const { window, record } = held
  const answer = () => situationOf(joined(weeks), window, record, {}, atlas)
  let rests = 0
  await workAhead({
    read: async () => held,
    atlas,
    rest: async () => void (rests += 1),
  })
  expect(rests).toBeGreaterThanOrEqual(weeks.length)
  const ahead = looks.count
  const expected = situationOf([...joined(weeks)], window, record, {}, atlas)
  const anew = looks.count - ahead
  looks.count = 0
  expect(answer()).toEqual(expected)
  // What is told of an event or a figure is looked at still; the weeks are not.
  expect(looks.count).toBeLessThan(anew / 4)
})

test('whoever asks meanwhile is answered between two steps', async () => {
  const { held } = await watched()
  const order: string[] = []
  const rest = () => new Promise<void>((resolve) => void setTimeout(resolve, 0))
  const working = workAhead({ read: async () => held, atlas, rest }).then(() => order.push('done'))
  setTimeout(() => order.push('a reader'), 0)
  await working
  expect(order).toEqual(['a reader', 'done'])
})
