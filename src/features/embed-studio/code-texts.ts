import { absolute, fileAddress, publishedAddress } from '#api/embeds.ts'
import type { SpokenEmbed } from '#api/embeds.ts'
import { iframeCode, markdownCode, oEmbedAddress, scriptCode } from '#contract/embed-code.ts'

/** The ways into a page, the usual one first. */
export const CODES = ['iframe', 'script', 'link', 'oembed', 'markdown'] as const
export type Code = (typeof CODES)[number]

type Parts = {
  title: string
  alt: string
  /** Of the frame as the preview shows it, px. */
  height: number
  /** Of the picture, px. */
  width: number
  /** Whether pictures can be had as PNG. */
  hasPng: boolean
}

/** What is copied for each way, with the addresses that other people's pages must name. */
export function codesOf(
  embed: SpokenEmbed,
  { title, alt, height, width, hasPng }: Parts,
): Record<Code, string> {
  const address = publishedAddress(embed)
  const framed = { address, title, height }
  // Twice the width, so that letters are sharp on every screen.
  const picture = fileAddress(embed, hasPng ? 'png' : 'svg', { width, scale: 2 })
  return {
    iframe: iframeCode(framed),
    script: scriptCode(framed),
    link: address,
    oembed: oEmbedAddress(address, 'json'),
    markdown: markdownCode({ address, title, alt, picture: absolute(picture) }),
  }
}
