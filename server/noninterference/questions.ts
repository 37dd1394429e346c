import * as fc from 'fast-check'
import * as z from 'zod/mini'
import { CHARTS } from '#contract/embed.ts'
import { ViewQuery } from '#contract/query.ts'
import { API_BASE } from '#contract/route.ts'
import type { Route } from '#contract/route.ts'
import { ALL_ROUTES } from '#contract/routes.ts'
import { METRICS } from '#domain/series.ts'
import { EVENTS, FREE_IDS, HIDDEN_FROM, PLACES, SECRET_IDS, SHARED_IDS } from './drafts.ts'

/**
 * What is asked of both stores. A text may hold marks for what only answers tell: `‹cursor 3›` stands for the third
 * cursor that was given, so that a question can be drawn before anything is answered, and be replayed.
 */
export type Question = {
  method: string
  path: string
  search: readonly (readonly [name: string, value: string])[]
  headers: Readonly<Record<string, string>>
  body: string | null
}

type Text = fc.Arbitrary<string>

const mark = (kind: 'cursor' | 'tag' | 'instant'): Text => fc.nat(99).map((n) => `‹${kind} ${n}›`)

const id = fc.constantFrom(...SHARED_IDS, ...SECRET_IDS, ...FREE_IDS)
const anyId = fc.oneof(
  { weight: 8, arbitrary: id },
  { weight: 1, arbitrary: fc.constantFrom(...EVENTS, 'nothing', '%00', 'reports') },
)
const place = fc.constantFrom(...PLACES, 'atlantis')
const chart = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...CHARTS) },
  { weight: 1, arbitrary: fc.constant('secrets') },
)
const metrics = fc.oneof(
  { weight: 12, arbitrary: fc.subarray([...METRICS], { minLength: 1 }).map((some) => some.join()) },
  { weight: 1, arbitrary: fc.constantFrom('', 'wait,secrets') },
)

/** Around the record's end, where what is hidden lies; and far from it. */
const day = fc
  .oneof(fc.integer({ min: -5, max: 70 }), fc.constantFrom(400, 2_000))
  .map((ago) => new Date(Date.parse('2026-11-22') - ago * 86_400_000).toISOString().slice(0, 10))

/** The moments at which something was written, hidden or not, to the millisecond and beside it. */
const instant = fc.oneof(
  { weight: 6, arbitrary: mark('instant') },
  { weight: 2, arbitrary: day.map((each) => `${each}T12:00:00Z`) },
  { weight: 1, arbitrary: fc.constant('2026-11-22T12:00:00.001Z') },
)

/** A report of a page that anybody can think of: hidden ones too. */
const forgedCursor = fc.tuple(day, id).map(([each, of]) => btoa(`${each}T08:00:00.000Z ${of}`))
const cursor = fc.oneof(
  { weight: 6, arbitrary: mark('cursor') },
  { weight: 2, arbitrary: forgedCursor },
  { weight: 1, arbitrary: fc.constant('nonsense') },
)

const ORIGIN = 'http://jauge.example'
const embedUrl = fc
  .tuple(chart, fc.constantFrom('', '?last=12w', '?lang=en&theme=dark', '?place=bamako'))
  .map(([name, search]) => `${ORIGIN}/embed/${name}${search}`)

/** What a schema's form does not tell: the words that mean something there. */
const NAMED: Record<string, Text> = {
  id: anyId,
  chart,
  metrics,
  place,
  cursor,
  ids: fc.array(id, { minLength: 1, maxLength: 6 }).map((some) => some.join()),
  last: fc.constantFrom('90d', '12w', '6m', '1d', '9999d'),
  url: embedUrl,
  format: fc.constantFrom('json', 'xml', 'svg'),
  initialWidth: fc.constant('640'),
  childId: fc.constant('chart-1'),
  parentTitle: fc.constant('An article'),
  parentUrl: fc.constant('https://example.org/article'),
}

type Form = {
  enum?: readonly unknown[]
  format?: string
  type?: string
  minimum?: number
  maximum?: number
}

/** Values for a parameter, out of its own schema. Throws for one that neither its form nor its name tells how to fill. */
function valueOf(name: string, field: z.core.$ZodType): Text {
  const named = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined
  if (named !== undefined) return named
  const form = z.toJSONSchema(field, { io: 'input' }) as Form
  if (form.enum !== undefined) return fc.constantFrom(...form.enum.map(String), 'other')
  if (form.format === 'date') return day
  if (form.format === 'date-time') return instant
  if (form.minimum !== undefined && form.maximum !== undefined)
    return fc
      .oneof(
        fc.integer({ min: form.minimum, max: Math.min(form.maximum, form.minimum + 5) }),
        fc.integer({ min: form.minimum, max: form.maximum }),
        fc.constant(form.maximum + 1),
      )
      .map(String)
  throw new Error(`There is no generator for the parameter "${name}": ${JSON.stringify(form)}`)
}

function pathOf(route: Route): Text {
  const pieces = route.path.split(/\{(\w+)\}/)
  const parts = pieces.map((piece, index): Text => {
    if (index % 2 === 0) return fc.constant(piece)
    const named = NAMED[piece]
    if (named === undefined) throw new Error(`There is no generator for the part "{${piece}}".`)
    return named
  })
  return fc.tuple(...parts).map((texts) => route.base + texts.join(''))
}

/** Pages so short that there is a next one, and a place to go on from. */
const pages: fc.Arbitrary<Question['search']> = fc
  .tuple(fc.constantFrom(null, '1', '1', '2', '3'), fc.oneof(fc.constant(null), cursor))
  .map(([limit, after]) => [
    ...(limit === null ? [] : [['limit', limit] as const]),
    ...(after === null ? [] : [['cursor', after] as const]),
  ])

function searchOf({ query }: Pick<Route, 'query'>): fc.Arbitrary<Question['search']> {
  const fields = Object.entries(query.shape)
  const required = fields.filter(([, field]) => !z.safeParse(field, undefined).success)
  const pair = ([name, field]: (typeof fields)[number]) =>
    valueOf(name, field).map((value) => [name, value] as const)
  const must = fc.tuple(...required.map(pair))
  const may =
    fields.length === 0
      ? fc.constant([])
      : fc.array(fc.oneof(...fields.map(pair)), { maxLength: 3 })
  const odd = fc.constantFrom([], [], [], [], [], [], [], [['wether', '1'] as const])
  const paged = Object.hasOwn(query.shape, 'cursor') ? pages : fc.constant([])
  return fc.tuple(must, may, paged, odd).map((all) => all.flat())
}

/** A header that once in so many times is there. */
const header = (name: string, values: Text, rarity: number): fc.Arbitrary<Record<string, string>> =>
  fc.oneof(
    { weight: rarity - 1, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: values.map((value) => ({ [name]: value })) },
  )

const headers: fc.Arbitrary<Record<string, string>> = fc
  .tuple(
    header('Accept', fc.constantFrom('*/*', 'application/json', 'text/csv', 'font/woff2'), 16),
    header('Accept-Language', fc.constantFrom('en', 'fr', 'bm, en;q=0.5'), 2),
    header('If-None-Match', fc.oneof(mark('tag'), mark('tag'), fc.constantFrom('*', '"x"')), 4),
    header('Authorization', fc.constantFrom('Bearer x', `Bearer jauge_${'a'.repeat(12)}_x`), 20),
    header('Cookie', fc.constant('jauge=nothing; __Host-jauge=nothing'), 20),
    header('Sec-Fetch-Site', fc.constantFrom('same-origin', 'cross-site'), 2),
    header('Accept-Encoding', fc.constant('br, gzip'), 20),
  )
  .map((some) => Object.assign({}, ...some) as Record<string, string>)

const method = (usual: string) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constant(usual) },
    { weight: 4, arbitrary: fc.constantFrom('HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE') },
  )

/** What a partner may hand in, and is told what became of it: under ids that others have given to what is hidden. */
const handedIn = fc.tuple(id, day, fc.integer({ min: 1, max: 9 })).map(([of, seen, days]) =>
  JSON.stringify({
    reports: [
      {
        id: of,
        observedAt: `${seen}T00:00:00.000Z`,
        precision: 'day',
        source: { name: 'Bureau', kind: 'partner' },
        body: { kind: 'bulletin', metric: 'days_of_cover', value: { best: days } },
      },
    ],
  }),
)

/** Anything at all, as the store holds it and not as anybody may send it. */
const unfit = fc
  .tuple(id, HIDDEN_FROM.public)
  .map(([of, draft]) => JSON.stringify({ reports: [{ id: of, ...draft }], key: 'jauge_x_x' }))

function questionOf(route: Route): fc.Arbitrary<Question> {
  return fc
    .record({
      method: method(route.method.toUpperCase()),
      path: pathOf(route),
      search: searchOf(route),
      headers,
      body: fc.oneof(fc.constant(null), handedIn, handedIn, unfit),
    })
    .map(({ body, ...asked }) => ({ ...asked, body: TAKES_BODY.has(asked.method) ? body : null }))
}

const TAKES_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Addresses that are in no contract: the pages, and where nothing is. */
const PAGES: readonly Text[] = [
  fc.constantFrom('/', '/'),
  fc.constant('/method'),
  fc.constant('/embed'),
  fc.constant('/sign-in'),
  fc.constantFrom('/nothing', '/reports', `/${SECRET_IDS[0]}`, '/.vite/manifest.json'),
  fc.constantFrom(`${API_BASE}/nothing`, `${API_BASE}/reports/`, `${API_BASE}/${SECRET_IDS[0]}`),
]

const viewSearch = searchOf({ query: ViewQuery })

function pageQuestion(path: Text): fc.Arbitrary<Question> {
  return fc.record({
    method: method('GET'),
    path,
    search: viewSearch,
    headers,
    body: fc.constant(null),
  })
}

/** Some questions, of any endpoint there is. */
export function questions(count: number): fc.Arbitrary<Question[]> {
  const ofRoutes = Object.values(ALL_ROUTES).map((route) => ({
    // Only a second page shows what a cursor tells, and only a second writing what became of the first.
    weight: Object.hasOwn(route.query.shape, 'cursor') ? 4 : route.body ? 2 : 1,
    arbitrary: questionOf(route),
  }))
  const ofPages = PAGES.map((path) => ({ weight: 1, arbitrary: pageQuestion(path) }))
  return fc.array(fc.oneof(...ofRoutes, ...ofPages), { minLength: count, maxLength: count })
}
