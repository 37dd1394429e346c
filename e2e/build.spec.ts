import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'

type Weight = {
  parts: { name: string; bytes: number; budget: number }[]
  linkedStyles: number
}

/** The same scales as `npm run bench`. */
async function weighed(): Promise<Weight> {
  const scales = pathToFileURL(join(process.cwd(), 'scripts/bench/bytes.mjs')).href
  const { weigh } = (await import(scales)) as { weigh: (folder: string) => Promise<Weight> }
  return weigh('dist/client')
}

test('what is built weighs no more than a reader on a bad line can wait for', async () => {
  const { parts, linkedStyles } = await weighed()
  expect(linkedStyles, 'the styles are in the page').toBe(0)
  expect(parts.length).toBeGreaterThan(4)
  for (const { name, bytes, budget } of parts)
    expect.soft(bytes, `${name}, bytes`).toBeLessThanOrEqual(budget)
})
