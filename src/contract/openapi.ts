import * as z from 'zod/mini'
import { DATA_MODES } from '#domain/data-mode.ts'
import type { DataMode } from '#domain/data-mode.ts'
import { ROLES } from '#domain/role.ts'
import { plainly, refTo, schemas } from './openapi-schemas.ts'
import { USUAL_PAGE } from './query.ts'
import { API_BASE } from './route.ts'
import type { Route } from './route.ts'
import { ALL_ROUTES } from './routes.ts'
import { ROLE_HEADER } from './session.ts'

type Json = Record<string, unknown>

const DESCRIPTIONS: Record<string, string> = {
  from: 'First day of the window, included. Absent: 28 weeks before the week of the last reported day.',
  to: 'Last day of the window, included. Absent: the last day with a report that may carry a headline.',
  at: 'The moment inside the window that headlines and map show. Absent: its last reported day.',
  known: 'As the world knew at the end of that day, by publication.',
  vintage:
    'As this deployment held it at that instant, by receipt. An answer’s own `window.vintage` pins it.',
  corridor: 'One way in, by country of origin: ci Côte d’Ivoire, sn Senegal, gn Guinea, ne Niger.',
  place: 'Id of a place, as in `sites`; what lies in it counts too.',
  product: 'One product. Reports that speak of all fuels count for each.',
  lang: 'Language of refusals; otherwise Accept-Language decides, then French.',
  kind: 'One kind of report only.',
  limit: `Reports on a page; absent: ${USUAL_PAGE}.`,
  cursor: 'What the page before gave as `next`.',
  ids: 'These reports and no others, wherever they lie: up to 50 ids with commas.',
  last: 'Instead of `from`: as much of the record as that, up to its last reported day or `to`. 90d, 12w, 6m; 1830 days at most.',
  theme: 'Light or dark; `auto` follows the reader.',
  width: 'Of the picture, px.',
  height:
    'Of the drawing (embed) or of the whole picture, px, as far as its text leaves room. Absent: what suits the width.',
  scale: 'Pixels of the file per px.',
  initialWidth: 'Added by pym’s script on the host’s page.',
  childId: 'Added by pym’s script: how it calls the frame. Height messages repeat it.',
  parentTitle: 'Added by pym’s script; not read.',
  parentUrl: 'Added by pym’s script; not read.',
  url: 'The address of an embed of this host.',
  maxwidth: 'px.',
  maxheight: 'px.',
  format: '`json` or `xml`.',
  raw: '1 leaves out the apostrophe that keeps a spreadsheet from running a cell as a formula.',
  bom: '1 puts a byte order mark in front, for spreadsheets that would otherwise misread accents.',
}

/** One that gives an answer worth seeing. */
const EXAMPLES: Record<string, string | number> = {
  from: '2025-09-01',
  to: '2026-03-12',
  at: '2025-11-22',
  known: '2025-11-08',
  corridor: 'ci',
  place: 'bamako',
  product: 'petrol',
  lang: 'en',
  kind: 'convoy',
  limit: 100,
  metrics: 'prices,arrivals',
  chart: 'arrivals',
  last: '90d',
}

/** The example where there is one: an absent key, since an example may not be null. */
const example = (name: string) => (name in EXAMPLES ? { example: EXAMPLES[name] } : {})

function parametersOf({ path, parameters, query }: Route): Json[] {
  const { properties } = z.toJSONSchema(query, { io: 'input', ...plainly })
  return [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
      name,
      in: 'path',
      required: true,
      description: parameters[name],
      ...example(name),
      schema: { type: 'string' },
    })),
    ...Object.entries(properties ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      required: false,
      description: DESCRIPTIONS[name],
      ...example(name),
      schema,
    })),
  ]
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: refTo('Problem') } },
})

function operation(id: string, route: Route, dataMode: DataMode): Json {
  const { answer, mediaType, body } = route
  return {
    operationId: id,
    summary: route.summary,
    ...(route.base === API_BASE ? {} : { servers: [{ url: '/' }] }),
    'x-least-role': route.least,
    parameters: parametersOf(route),
    ...(route.asPublic ? { security: [] } : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: refTo(body.name) } },
          },
        }
      : {}),
    responses: {
      ...(route.page ? { 303: { description: 'Sends the browser on.' } } : {}),
      [route.empty ? 204 : 200]: {
        description: route.empty ? 'It is done.' : 'The answer.',
        'x-data-sensitivity': route.least === 'public' ? 'public' : 'restricted',
        headers: headersOf(route, dataMode),
        ...(route.empty
          ? {}
          : {
              content: {
                [mediaType]: { schema: answer ? refTo(answer.name) : { type: 'string' } },
              },
            }),
      },
      ...refusalsOf(route),
      default: problem('Something failed.'),
    },
  }
}

function headersOf({ method, empty }: Route, dataMode: DataMode): Json {
  return {
    ...(method === 'get' && !empty ? { ETag: { schema: { type: 'string' } } } : {}),
    [ROLE_HEADER]: {
      description: 'The role that you were told as, where it is more than the public’s.',
      schema: { type: 'string', enum: ROLES.filter((role) => role !== 'public') },
    },
    'X-Data-Mode': {
      description: 'Whether what is told is real (live) or simulated (demo).',
      schema: { type: 'string', enum: DATA_MODES },
      example: dataMode,
    },
  }
}

function refusalsOf({ method, path, body, least, asPublic, empty }: Route): Json {
  return {
    ...(method === 'get' ? { 304: { description: 'What you hold is still right.' } } : {}),
    400: problem('A parameter or a field is unknown or does not fit; each is named.'),
    ...(asPublic ? {} : { 401: problem('No access key that counts was shown.') }),
    ...(method === 'get' && least === 'public'
      ? {}
      : { 403: problem('Your role does not reach, or the request comes from another site.') }),
    ...(/\{(id|chart)\}/.test(path)
      ? { 404: problem('No such report or chart, or none that you may see.') }
      : {}),
    ...(empty ? {} : { 406: problem('The answer is not to be had in a format you accept.') }),
    ...(body
      ? {
          413: problem(`More than ${body.maxBytes / 1024} kB at once.`),
          415: problem('What is sent must be JSON.'),
        }
      : {}),
    ...(method === 'get'
      ? {}
      : { 429: problem('Too many requests; Retry-After says how long to wait.') }),
  }
}

function pathsOf(routes: Record<string, Route>, dataMode: DataMode): Json {
  const paths: Record<string, Json> = {}
  for (const [id, route] of Object.entries(routes)) {
    paths[route.path] = { ...paths[route.path], [route.method]: operation(id, route, dataMode) }
  }
  return paths
}

/** OpenAPI 3.1 of the routes given: made from the schemas that answers and parameters are held to. A demo says that it is one. */
export function openApi(routes: Record<string, Route>, dataMode: DataMode): Json {
  const isDemo = dataMode === 'demo'
  return {
    openapi: '3.1.0',
    info: {
      title: isDemo ? 'Jauge, DEMO – simulated data' : 'Jauge',
      version: '1',
      summary: 'Fuel supply in Mali: corridors, convoys, queues and prices, with their sources.',
      description:
        (isDemo ? 'Simulated data: nothing told here took place. ' : '') +
        'Every figure is low, best and high with the reports behind it; null is unknown, never zero. Times are UTC, weeks ISO weeks.',
      'x-data-mode': dataMode,
      license: {
        name: 'CC BY 4.0 (record), ODbL 1.0 (corridor lines, © OpenStreetMap contributors)',
      },
    },
    servers: [{ url: API_BASE }],
    // Without any of them one is the public.
    security: [{}, { key: [] }, { session: [] }],
    paths: pathsOf(routes, dataMode),
    components: {
      schemas: schemas(Object.values(ALL_ROUTES)),
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An access key.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-jauge',
          description: 'For pages of this site. Over plain HTTP the cookie is called `jauge`.',
        },
      },
    },
  }
}
