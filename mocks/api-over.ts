import { readFile } from 'node:fs/promises'
import type { Hono } from 'hono'
import type { Atlas } from '#domain/atlas.ts'
import type { DataMode } from '#domain/data-mode.ts'
import type { Role } from '#domain/role.ts'
import type { Instant } from '#domain/time.ts'
import { fixedAccess } from '#server/access/access.ts'
import type { Access } from '#server/access/access.ts'
import type { Limits } from '#server/access/limits.ts'
import { createApi } from '#server/app.ts'
import { loadAtlas } from '#server/atlas.ts'
import { baseMap } from '#server/base-map.ts'
import type { EmbedParts } from '#server/embed/parts.ts'
import { readRecord } from '#server/record/import-record.ts'
import { memoryStore } from '#server/store/memory.ts'
import { PRODUCT_PARTS } from '#server/store/copies.ts'
import type { Draft, ReportStore } from '#server/store/store.ts'

/** When the tests' readers look, and when what they read came in. */
export const TEST_NOW: Instant = '2026-11-22T12:00:00.000Z'
export const TEST_RECEIVED: Instant = '2026-11-20T08:00:00.000Z'

type Options = {
  /** Everybody's, where nothing is said of `access`. */
  role?: Role
  access?: Access
  limits?: Limits
  now?: () => Instant
  /** When what is written came in: always the same, or by a clock. */
  receivedAt?: Instant | (() => Instant)
  dataMode?: DataMode
  embeds?: Partial<EmbedParts>
  /** Told of errors that are ours; without, each fails the test that met it, and does not hide behind a 500. */
  report?: (error: Error) => void
}

/** Frames with a script, and pictures whose pixels are their text: drawing them is not what is tested here. */
const TEST_EMBEDS: Omit<EmbedParts, 'base'> = {
  script: '/assets/embed-test.js',
  png: async (svg, scale) => new TextEncoder().encode(`${scale} ${svg}`),
}

/** The API over a store of its own that holds `drafts`, or the whole public record: one line a test. */
export async function apiOver(
  drafts: readonly Draft[] | 'record',
  { receivedAt = TEST_RECEIVED, ...options }: Options = {},
): Promise<{ api: Hono; store: ReportStore; atlas: Atlas }> {
  const now = typeof receivedAt === 'string' ? () => receivedAt : receivedAt
  const store = memoryStore({ ...PRODUCT_PARTS, now })
  await store.append(drafts === 'record' ? await recordDrafts() : drafts)
  return { api: await apiOn(store, options), store, atlas: await testAtlas() }
}

/** Another process over the same store: it has kept nothing of what the first one answered. */
export async function apiOn(
  store: ReportStore,
  {
    role = 'public',
    access = fixedAccess(() => role),
    now = () => TEST_NOW,
    dataMode = 'live',
    embeds: changed = {},
    report = fail,
    limits,
  }: Options = {},
): Promise<Hono> {
  const atlas = await testAtlas()
  const embeds = { ...TEST_EMBEDS, base: await baseMap('public/geo'), ...changed }
  return createApi({
    store,
    access,
    now,
    atlas,
    dataMode,
    embeds,
    report,
    ...(limits && { limits }),
  })
}

function fail(error: Error): never {
  throw error
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
