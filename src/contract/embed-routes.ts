import { ChartJson } from './embed-answers.ts'
import { CHARTS } from './embed.ts'
import {
  ChartCsvQuery,
  ChartJsonQuery,
  EmbedQuery,
  OEmbedQuery,
  PngQuery,
  SvgQuery,
} from './query.ts'
import type { Route } from './route.ts'

const get = {
  method: 'get',
  base: '',
  least: 'public',
  asPublic: true,
  parameters: { chart: `One of ${CHARTS.join(', ')}.` },
  answer: null,
} as const

/** What other people's pages name: it stands at the root of the host, and answers as the public whoever looks. */
export const EMBED_ROUTES = {
  embed: {
    ...get,
    path: '/embed/{chart}',
    query: EmbedQuery,
    mediaType: 'text/html',
    summary:
      'A chart as a page of its own, for a frame on another site: live, or pinned with `vintage`.',
  },
  chartSvg: {
    ...get,
    path: '/charts/{chart}.svg',
    query: SvgQuery,
    mediaType: 'image/svg+xml',
    summary: 'The chart as a picture with its title, sources and caveats.',
  },
  chartPng: {
    ...get,
    path: '/charts/{chart}.png',
    query: PngQuery,
    mediaType: 'image/png',
    summary: 'The same picture in pixels; 501 where no renderer is at hand.',
  },
  chartCsv: {
    ...get,
    path: '/charts/{chart}.csv',
    query: ChartCsvQuery,
    mediaType: 'text/csv',
    summary: 'The numbers of the chart as CSV.',
  },
  chartJson: {
    ...get,
    path: '/charts/{chart}.json',
    query: ChartJsonQuery,
    mediaType: 'application/json',
    answer: { name: 'ChartJson', schema: ChartJson },
    summary: 'The numbers of the chart with what its frame says: title, unit, credit and caveats.',
  },
  oembed: {
    ...get,
    path: '/oembed',
    parameters: {},
    query: OEmbedQuery,
    lenient: true,
    mediaType: 'application/json',
    summary: 'oEmbed 1.0 for the addresses under /embed/, as JSON or XML.',
  },
} as const satisfies Record<string, Route>
