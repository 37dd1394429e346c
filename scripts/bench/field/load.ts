import { loadAtlas } from '#server/atlas.ts'
import { GEOGRAPHY } from '#server/release.ts'
import { PRODUCT_PARTS } from '#server/store/copies.ts'
import { openStore } from '#server/store/open-store.ts'
import { fieldReports } from './reports.ts'

/**
 * Fills an empty store with the field's reports, as if each had been received when it was told: through the store and
 * its gate, so that what is measured is what the product keeps.
 */
export async function loadField(
  settings: { data: string; databaseUrl: string | null },
  reports: number,
): Promise<{ revisions: number }> {
  const atlas = await loadAtlas(GEOGRAPHY)
  let now = ''
  const { store } = await openStore(settings, 'import', { ...PRODUCT_PARTS, now: () => now })
  let revisions = 0
  let told = 0
  try {
    for (const { receivedAt, drafts } of fieldReports(reports, atlas)) {
      now = receivedAt
      await store.append(drafts)
      revisions += drafts.length
      if (revisions - told < reports / 10) continue
      told = revisions
      console.log(`  ${revisions} of about ${reports}`)
    }
  } finally {
    await store.close()
  }
  return { revisions }
}
