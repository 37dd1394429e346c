import { readFile } from 'node:fs/promises'
import { createContext, runInContext } from 'node:vm'
import { expect, test } from 'vitest'
import { groundScript } from './first-map.ts'

test('the ground that a script brings is the ground that is fetched', async () => {
  const context = createContext({ JSON })
  runInContext(await groundScript(), context)
  const files = ['base.topo', 'corridors'].map((name) =>
    readFile(`public/geo/${name}.json`, 'utf8'),
  )
  const [base, corridors] = (await Promise.all(files)).map((text) => JSON.parse(text) as unknown)
  expect(context['jaugeGround']).toEqual({ base, corridors })
})
