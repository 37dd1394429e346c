import type * as z from 'zod/mini'
import { expect, test } from 'vitest'
import { BulletinBody } from '#domain/bulletin.ts'
import { ConvoyBody } from '#domain/convoy-report.ts'
import { exactly } from '#domain/estimate.ts'
import { IncidentBody } from '#domain/incident-report.ts'
import { PriceBody } from '#domain/price-report.ts'
import { QueueBody } from '#domain/queue-report.ts'
import { arrived, attack, bulletin, price, queue, someReport } from '#testing/some-report.ts'
import { apiOver } from '#mocks/api-over.ts'
import { reportProperties, reportsCsv } from './report-columns.ts'
import { quantitiesOf } from './report-quantities.ts'

const { atlas } = await apiOver([])

/** Fields that the CSV carries in columns of their own, for every row of the report. */
const IN_COLUMNS = ['kind', 'product', 'market', 'convoy', 'stage', 'type']
/** Fields that are one quantity together with another. */
const IN_ANOTHER = ['currency', 'container', 'unit', 'metric']

const bodies: [z.ZodMiniObject, Record<string, unknown>][] = [
  [QueueBody, queue({})],
  [PriceBody, price(1000)],
  [ConvoyBody, arrived(null)],
  [IncidentBody, attack()],
  [BulletinBody, bulletin('days_of_cover', 3)],
]

test.each(bodies)(
  'nothing that a report says is lost on its way into the CSV: %#',
  (schema, body) => {
    const fields = Object.keys(schema.shape).filter(
      (name) => ![...IN_COLUMNS, ...IN_ANOTHER].includes(name),
    )
    expect(fields.length).toBeGreaterThan(0)
    const nothing = Object.fromEntries(fields.map((name) => [name, null]))
    const lost: string[] = []
    for (const field of fields) {
      const said = [
        exactly(7),
        7,
        true,
        'open',
        'low',
        { open: 7, known: null, openShare: null, mostlyOpen: null },
      ]
      const fitting = said.find(
        (value) => schema.safeParse({ ...body, ...nothing, [field]: value }).success,
      )
      const told = schema.parse({ ...body, ...nothing, [field]: fitting }) as Parameters<
        typeof quantitiesOf
      >[0]
      if (quantitiesOf(told).length === 0) lost.push(field)
    }
  },
)

test('a price keeps what was asked for the container, and says what we derived from it', () => {
  const bottle = price(2500, { container: { size: 1.5, unit: 'litre' } })
  expect(quantitiesOf(bottle)).toEqual([
    {
      name: 'price',
      value: exactly(2500),
      unit: 'XOF per 1.5 litre',
      currency: 'XOF',
      isDerived: false,
    },
    {
      name: 'price_per_litre',
      value: exactly(2500 / 1.5),
      unit: 'XOF per litre',
      currency: 'XOF',
      isDerived: true,
    },
  ])
})

test('a report with two figures has two rows, and one without any still has its row', () => {
  const rows = reportsCsv(
    [
      someReport('2025-10-07', queue({ waitHours: exactly(3), metres: exactly(1000) })),
      someReport('2025-10-08', queue({})),
    ],
    { atlas, dataMode: 'live' },
    {},
  )
  expect(rows.trimEnd().split('\r\n')).toHaveLength(4)
  expect(rows).toContain('wait_hours,3,3,3')
  expect(rows).toContain('queue_metres,1000,1000,1000')
})

test('a map program gets flat properties', () => {
  const report = someReport('2025-10-07', queue({ waitHours: { low: 2, best: null, high: 4 } }), {
    at: 'bamako',
  })
  expect(reportProperties(report, { atlas, dataMode: 'live' })).toMatchObject({
    kind: 'queue',
    observed_from: '2025-10-07',
    place_name: 'Bamako',
    wait_hours: null,
    wait_hours_low: 2,
    wait_hours_high: 4,
  })
})
