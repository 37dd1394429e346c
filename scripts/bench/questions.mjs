const DAY_MS = 86_400_000
/** The days of the field's reports that a question may be about. */
const FIRST = '2024-02-05'
const LAST = '2026-01-31'

const day = (text, days) => new Date(Date.parse(text) + days * DAY_MS).toISOString().slice(0, 10)

/** Days spread over the period, none of them twice. */
function spread(count, { from, to }) {
  const length = (Date.parse(to) - Date.parse(from)) / DAY_MS
  return Array.from({ length: count }, (_, nth) =>
    day(from, Math.floor(((nth + 0.5) * length) / count)),
  )
}

const METRICS = ['arrivals', 'prices', 'wait', 'stations', 'litres', 'losses']
const PLACES = ['bamako', 'sikasso', 'kayes', 'segou', 'mopti', 'koutiala']
const FILTERS = PLACES.flatMap((place) => [
  `kind=queue&place=${place}`,
  `kind=price&place=${place}&product=diesel`,
])

/**
 * What a reader may ask next, each of them once: the goals are about answers that nobody has been given yet. The first
 * question meets a server that has just been started.
 */
export function QUESTIONS({ asks }) {
  const recent = { from: '2025-08-01', to: LAST }
  const windows = spread(asks, { from: FIRST, to: day(LAST, -90) })
  const quarter = (from) => `from=${from}&to=${day(from, 89)}`
  const goal = (pglite, postgres) => ({ PGlite: pglite, PostgreSQL: postgres })
  return [
    { what: '/situation, the first after the start', isFirst: true, paths: ['/situation'] },
    {
      what: '/situation, another day each time',
      paths: spread(asks, recent).map((at) => `/situation?at=${at}`),
      goals: goal(60, 40),
    },
    {
      what: '/situation as it was known on a day',
      paths: spread(asks, recent).map((known) => `/situation?known=${known}`),
    },
    {
      what: '/situation, the same again',
      paths: Array.from({ length: 50 }, () => '/situation'),
    },
    ...METRICS.map((metric) => ({
      what: `/series/${metric}, 90 days, others each time`,
      paths: windows.map((from) => `/series/${metric}?${quarter(from)}`),
      goals: goal(100, 60),
    })),
    {
      what: '/sites, another day each time',
      paths: spread(asks, recent).map((at) => `/sites?at=${at}`),
      goals: goal(100, 60),
    },
    {
      what: '/reports, first page, filtered',
      paths: windows.map((from, n) => `/reports?${FILTERS[n % FILTERS.length]}&${quarter(from)}`),
      goals: goal(50, 30),
    },
    {
      what: 'analyst: /situation, the first',
      isFirst: true,
      role: 'analyst',
      paths: ['/situation'],
    },
    {
      what: 'analyst: /situation, another day each time',
      role: 'analyst',
      paths: spread(asks, recent).map((at) => `/situation?at=${at}`),
      goals: goal(60, 40),
    },
    {
      what: 'analyst: /series/wait, 90 days, others each time',
      role: 'analyst',
      paths: windows.map((from) => `/series/wait?${quarter(from)}`),
      goals: goal(100, 60),
    },
  ]
}
