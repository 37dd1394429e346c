import type { Page } from '@playwright/test'
import { expect } from './product.ts'

const port = process.env['JAUGE_E2E_STATIC_PORT'] ?? ''

/** Where the files of the demo lie, as on a host of project pages: below a name of their own. */
export const DEMO = `http://127.0.0.1:${port}/jauge/`

/** The same files by plain HTTP from a host that is not this machine: browsers give no service worker there. */
export const PLAIN_DEMO = `http://plain.test:${port}/jauge/`

/** The demo's first full view: its history is made, figures are on the screen. */
export async function demoReady(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: /^(Chiffres clés|Key figures)$/ })).toContainText(
    /\d/,
    { timeout: 20_000 },
  )
}

/** Asks the demo's API as the page does. */
export function ask(page: Page, path: string): Promise<{ mode: string | null; body: string }> {
  return page.evaluate(
    async (address) => {
      const response = await fetch(address)
      return { mode: response.headers.get('X-Data-Mode'), body: await response.text() }
    },
    new URL(path, DEMO).pathname + new URL(path, DEMO).search,
  )
}
