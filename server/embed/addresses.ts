import { embedAddress, pictureAddress } from '#contract/embed.ts'
import type { Embed } from '#contract/embed.ts'
import type { Lang } from '#i18n/words.ts'

/** How what stands around a frame is named, from the root of the host. */
export type FrameAddresses = {
  /** The path that all of it stands under, with no slash at its end: "" or "/demo". */
  root: string
  /** The page of an embed. */
  embed: (embed: Embed & { view: { lang: Lang } }) => string
  /** The situation that answers the same question, by its query. */
  open: (search: string) => string
  /** The numbers of a chart; null where nobody hands them out. */
  csv: (embed: Embed) => string | null
  /** Whether somebody answers other sites' editors. */
  hasOEmbed: boolean
}

/** A server answers whatever it is asked. */
export const ANSWERED_ADDRESSES: FrameAddresses = {
  root: '',
  embed: embedAddress,
  open: (search) => `/?${search}`,
  csv: (embed) => pictureAddress({ ...embed, format: 'csv' }),
  hasOEmbed: true,
}
