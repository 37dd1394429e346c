import { queryOptions } from '@tanstack/react-query'
import { drawnAddress } from '#contract/drawn-embed.ts'
import { embedAddress, pictureAddress } from '#contract/embed.ts'
import type { Embed, Format } from '#contract/embed.ts'
import { ChartJson } from '#contract/embed-answers.ts'
import type { DataMode } from '#domain/data-mode.ts'
import { getBlob, getJson, getText } from './client.ts'
import { DATA_MODE, MAY_BE_DEMO } from './data-mode.ts'

/** An embed whose language is known: what is copied must not depend on who looks at it. */
export type SpokenEmbed = Embed & { view: { lang: 'fr' | 'en' } }

export type PictureSize = { width: number; scale: 1 | 2 }

const MEDIA_TYPES: Record<Format, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  csv: 'text/csv',
  json: 'application/json',
}

/** What the server names from its root, below the base that this page stands on. */
const below = (address: string) => import.meta.env.BASE_URL + address.slice(1)

/** The same with its host, as other people's pages must name it. */
export function absolute(address: string): string {
  return new URL(below(address), location.origin).href
}

/**
 * The page of an embed as other people's pages must name it. A demo has no server that they could ask: there it is a file,
 * and which simulated country it shows goes along.
 */
export function publishedAddress(embed: SpokenEmbed, dataMode: DataMode = DATA_MODE): string {
  const address = embedAddress(embed)
  if (!MAY_BE_DEMO || dataMode === 'live') return absolute(address)
  const asked = [...new URLSearchParams(location.search)].filter(
    ([name]) => name === 'scenario' || name === 'seed',
  )
  return absolute(drawnAddress(address, Object.fromEntries(asked)))
}

/** The page of an embed, as HTML. */
export const embedPageQuery = (embed: SpokenEmbed) => {
  const address = embedAddress(embed)
  return queryOptions({
    queryKey: ['embed', address],
    queryFn: ({ signal }) => getText(below(address), 'text/html', signal),
  })
}

/** The numbers of an embed, with what its frame says of them. */
export const chartJsonQuery = (embed: SpokenEmbed) => {
  const address = fileAddress(embed, 'json')
  return queryOptions({
    queryKey: ['chart', address],
    queryFn: ({ signal }) => getJson(below(address), ChartJson, signal),
  })
}

/** Where a chart stands as a file, from the root. A table has neither a theme nor a size. */
export function fileAddress(
  { chart, view, last, theme, height }: SpokenEmbed,
  format: Format,
  size?: PictureSize,
): string {
  const question = { chart, view, last, format }
  if (format === 'csv' || format === 'json') return pictureAddress(question)
  return pictureAddress({
    ...question,
    theme: theme === 'dark' ? theme : undefined,
    height,
    width: size?.width,
    scale: format === 'png' && size?.scale === 2 ? 2 : undefined,
  })
}

/** The chart as a file. Throws `ApiFailure`. */
export async function chartFile(
  embed: SpokenEmbed,
  format: Format,
  size?: PictureSize,
): Promise<{ content: Blob; type: string }> {
  const type = MEDIA_TYPES[format]
  const path = below(fileAddress(embed, format, size))
  return { content: await getBlob(path, type, new AbortController().signal), type }
}
