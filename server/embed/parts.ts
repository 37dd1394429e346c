import type { Chart } from '#contract/embed.ts'
import type { Window } from '#domain/situation.ts'
import type { View } from '#domain/view.ts'
import type { Lang } from '#i18n/words.ts'
import type { Api } from '#server/api.ts'
import { figureChart } from './chart.ts'
import type { ReadyChart } from './chart.ts'
import { keeper } from './keep.ts'
import type { Keep } from './keep.ts'
import { heldFor } from './question.ts'

/** What the frames need that the API itself does not; each may be missing, and what needs it is then not offered. */
export type EmbedParts = {
  /** Address of the script that adds pointer and keys to a frame. */
  script: string | null
  /** Turns a picture into pixels: PNG, `scale` pixels a px. Needs Node. */
  png: ((svg: string, scale: 1 | 2) => Promise<Uint8Array<ArrayBuffer>>) | null
}

export const NO_EMBED_PARTS: EmbedParts = { script: null, png: null }

/** Makes a chart of a question, with its window. */
type Make = (
  chart: Chart,
  view: View,
  last: string | undefined,
  lang: Lang,
) => Promise<{ ready: ReadyChart; window: Window }>

/** What the routes of embeds share. */
export type FrameParts = EmbedParts & { make: Make; keep: Keep }

/** Pages and pictures that are kept: some hundreds of them. */
const KEPT_BYTES = 48 * 1024 * 1024

export function framePartsOf(api: Api, parts: EmbedParts): FrameParts {
  return { ...parts, make: maker(api), keep: keeper(KEPT_BYTES) }
}

function maker(api: Api): Make {
  return async (chart, view, last, lang) => {
    const held = await heldFor(api, view, last)
    const ready = chart === 'corridors' ? undefined : figureChart(chart, held, lang, api)
    if (ready === undefined) throw new Error('no map yet')
    return { ready, window: held.window }
  }
}
