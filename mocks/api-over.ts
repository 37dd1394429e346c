import { readFile } from 'node:fs/promises'
import type { Hono } from 'hono'
import type { Atlas } from '#domain/atlas.ts'
import type { DataMode } from '#domain/data-mode.ts'
import type { Role } from '#domain/role.ts'
import type { Instant } from '#domain/time.ts'
import { createApi } from '#server/app.ts'
import { loadAtlas } from '#server/atlas.ts'
import type { EmbedParts } from '#server/embed/parts.ts'
import { readRecord } from '#server/record/import-record.ts'
import { memoryStore } from '#server/store/memory.ts'
import { PRODUCT_PARTS } from '#server/store/copies.ts'
import type { Draft, ReportStore } from '#server/store/store.ts'

/** When the tests' readers look, and when what they read came in. */
export const TEST_NOW: Instant = '2026-11-22T12:00:00.000Z'
export const TEST_RECEIVED: Instant = '2026-11-20T08:00:00.000Z'

type Options = {
  role?: Role
  now?: () => Instant
  receivedAt?: Instant
  dataMode?: DataMode
  embeds?: EmbedParts
}

/** Frames with a script, and pictures whose pixels are their text: drawing them is not what is tested here. */
const TEST_EMBEDS: EmbedParts = {
  script: '/assets/embed-test.js',
  png: async (svg, scale) => new TextEncoder().encode(`${scale} ${svg}`),
}

/** The API over a store of its own that holds `drafts`, or the whole public record: one line a test. */
export async function apiOver(
  drafts: readonly Draft[] | 'record',
  {
    role = 'public',
    now = () => TEST_NOW,
    receivedAt = TEST_RECEIVED,
    dataMode = 'live',
    embeds = TEST_EMBEDS,
  }: Options = {},
): Promise<{ api: Hono; store: ReportStore; atlas: Atlas }> {
  const atlas = await testAtlas()
  const store = memoryStore({ ...PRODUCT_PARTS, now: () => receivedAt })
  await store.append(drafts === 'record' ? await recordDrafts() : drafts)
  // An error that is ours must fail the test that met it, not hide behind a 500.
  const report = (error: Error) => {
    throw error
  }
  const api = createApi({ store, roleOf: () => role, now, atlas, dataMode, embeds, report })
  return { api, store, atlas }
}

let atlas: Promise<Atlas> | undefined
/** The real geography, read once. */
export function testAtlas(): Promise<Atlas> {
  atlas ??= loadAtlas('public/geo')
  return atlas
}

let drafts: Promise<readonly Draft[]> | undefined
/** The public record as reports, read once. */
export function recordDrafts(): Promise<readonly Draft[]> {
  drafts ??= readWholeRecord()
  return drafts
}

async function readWholeRecord(): Promise<readonly Draft[]> {
  const text = (name: string) => readFile(`server/record/${name}.csv`, 'utf8')
  const facts = await text('reported-facts')
  const relations = await text('relations')
  const officialPrices = await text('official-pump-prices')
  return readRecord({ facts, relations, officialPrices }, await testAtlas()).drafts
}
