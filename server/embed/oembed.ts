import { pictureAddress, WIDTHS } from '#contract/embed.ts'
import type { Embed } from '#contract/embed.ts'
import { iframeCode } from '#contract/embed-code.ts'
import { escaped } from '#server/html.ts'
import type { ReadyChart } from './chart.ts'
import { frameHeight, sizeOf } from './size.ts'

/** What oEmbed 1.0 says of a frame. All numbers are px. */
export type OEmbed = {
  type: 'rich'
  version: '1.0'
  title: string
  provider_name: string
  provider_url: string
  cache_age: number
  width: number
  height: number
  html: string
  thumbnail_url?: string
  thumbnail_width?: number
  thumbnail_height?: number
}

type Told = {
  ready: ReadyChart
  embed: Embed
  /** Absolute, with no slash at its end. */
  home: string
  /** Absolute. */
  address: string
  most: { width: number; height: number }
  hasPictures: boolean
}

const USUAL_WIDTH = 640
const THUMBNAIL_WIDTH = 1200
/** Above this a preview is a page. */
const THUMBNAIL_HEIGHT = 630
const CACHE_SECONDS = 600

export function oEmbedOf(told: Told): OEmbed {
  const { ready, embed, home, address, most } = told
  const width = Math.min(USUAL_WIDTH, most.width)
  const height = Math.min(frameHeight(ready, width, embed.height ?? null), most.height)
  return {
    type: 'rich',
    version: '1.0',
    title: ready.title,
    provider_name: 'Jauge',
    provider_url: `${home}/`,
    cache_age: CACHE_SECONDS,
    width,
    height,
    html: iframeCode({ address, title: ready.title, height }),
    ...thumbnailOf(told),
  }
}

/** All three or none: none where no picture is as small as asked. */
function thumbnailOf({ ready, embed, home, most, hasPictures }: Told) {
  if (!hasPictures || most.width < WIDTHS.min) return {}
  const width = Math.min(THUMBNAIL_WIDTH, most.width)
  const height = Math.min(THUMBNAIL_HEIGHT, most.height)
  if (height < 160) return {}
  const theme = embed.theme === 'dark' ? 'dark' : 'light'
  const options = { theme, standalone: true, frame: 'whole', id: 'size', foot: [' '] } as const
  const size = sizeOf(ready.svg({ ...options, width, height }))
  if (size.height > most.height) return {}
  const picture = { ...embed, theme: theme === 'dark' ? theme : undefined, format: 'png' } as const
  return {
    thumbnail_url: home + pictureAddress({ ...picture, width, height }),
    thumbnail_width: size.width,
    thumbnail_height: size.height,
  }
}

/** The same as XML. */
export function xmlOf(answer: OEmbed): string {
  const elements = Object.entries(answer).map(
    ([name, value]) => `<${name}>${escaped(String(value))}</${name}>`,
  )
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join('')}</oembed>\n`
}
