import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Found = { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }

/** What axe finds, in a form that tells where to look. Motion is waited out: a fading colour has no contrast. */
export async function findings(page: Page, within = 'html'): Promise<string[]> {
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  )
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  const found = await page.evaluate(
    async ([tags, context]) => {
      type Axe = { run: (context: string, options: object) => Promise<{ violations: Found[] }> }
      const { axe } = globalThis as unknown as { axe: Axe }
      const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }
      return (await axe.run(context, options)).violations
    },
    [RULES, within] as const,
  )
  return found.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 4)
      .map(
        ({ target, failureSummary }) =>
          `${id} ${target.join(' ')} ${failureSummary.replace(/\s+/g, ' ')}`,
      ),
  )
}
