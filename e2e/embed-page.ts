import { test as base, expect } from '@playwright/test'
import type { FrameLocator } from '@playwright/test'
import { startHost } from './host-page.ts'

type Host = Awaited<ReturnType<typeof startHost>>

/**
 * A frame that is watched, and a newsroom's host to put it into: a test fails when anything complains, when anybody but
 * ourselves and the newsroom is asked for anything, or when a cookie is left behind.
 */
export const test = base.extend<{ watched: void }, { host: Host }>({
  host: [
    // oxlint-disable-next-line eslint/no-empty-pattern
    async ({}, use) => {
      const host = await startHost()
      await use(host)
      host.close()
    },
    { scope: 'worker' },
  ],
  watched: [
    async ({ page, context, baseURL }, use) => {
      const complaints: string[] = []
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('request', (request) => {
        const url = request.url()
        if (!url.startsWith(`${baseURL}/`) && !/^(http:\/\/localhost:|data:)/.test(url))
          complaints.push(`asked ${url}`)
      })
      await use()
      expect(complaints).toEqual([])
      expect(await context.cookies()).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

export const arrivals = { chart: 'arrivals', view: { lang: 'en' } } as const
export const titleOf = (frame: FrameLocator) => frame.getByRole('heading', { level: 1 })
