import type { Chart } from '#contract/embed.ts'
import type { Window } from '#domain/situation.ts'
import type { View } from '#domain/view.ts'
import type { BaseMap } from '#figures/map-svg/plan.ts'
import type { Lang } from '#i18n/words.ts'
import type { Api } from '#server/api.ts'
import { Refusal } from '#server/problem.ts'
import type { Held } from '#server/reading.ts'
import { answerKeeper } from '#server/shared-answers.ts'
import type { Share } from '#server/shared-answers.ts'
import { ANSWERED_ADDRESSES } from './addresses.ts'
import type { FrameAddresses } from './addresses.ts'
import { figureChart } from './chart.ts'
import type { ReadyChart } from './chart.ts'
import { mapChart } from './map-chart.ts'
import { heldFor } from './question.ts'

/** What the frames need that the API itself does not; each may be missing, and what needs it is then not offered. */
export type EmbedParts = {
  /** Address of the script that adds pointer and keys to a frame. */
  script: string | null
  /** What lies under the corridors: public/geo/base.topo.json. */
  base: BaseMap | null
  /** Turns a picture into pixels: PNG, `scale` pixels a px. Needs Node. */
  png: ((svg: string, scale: 1 | 2) => Promise<Uint8Array<ArrayBuffer>>) | null
  /** Absent: those of a server that stands at the root of its host. */
  addresses?: FrameAddresses
}

export const NO_EMBED_PARTS: EmbedParts = { script: null, png: null, base: null }

/** Makes a chart of a question, with its window. */
type Make = (
  chart: Chart,
  view: View,
  last: string | undefined,
  lang: Lang,
) => Promise<{ ready: ReadyChart; window: Window }>

/** What the routes of embeds share. */
export type FrameParts = Required<EmbedParts> & { make: Make; keep: Share }

/** Pages and pictures that are kept: some hundreds of them. */
const KEPT_BYTES = 48 * 1024 * 1024

export function framePartsOf(api: Api, parts: EmbedParts): FrameParts {
  const { addresses = ANSWERED_ADDRESSES } = parts
  return { ...parts, addresses, make: maker(api, parts.base), keep: answerKeeper(KEPT_BYTES) }
}

function maker(api: Api, base: BaseMap | null): Make {
  function readyOf(chart: Chart, held: Held, lang: Lang): ReadyChart {
    if (chart !== 'corridors') return figureChart(chart, held, lang, api)
    if (base === null) throw new Refusal('not-implemented')
    return mapChart(held, lang, api, base)
  }
  return async (chart, view, last, lang) => {
    const held = await heldFor(api, view, last)
    return { ready: readyOf(chart, held, lang), window: held.window }
  }
}
