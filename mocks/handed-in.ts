import type * as z from 'zod/mini'
import type { HandedIn } from '#contract/intake.ts'

type Row = z.input<typeof HandedIn>

/** A convoy on the road, as a partner hands it in: what the public must never see. `n` makes its id. */
export function handedIn(n: number, change: Partial<Row> = {}): Row {
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    observedAt: '2026-11-22T10:30:00Z',
    precision: 'minute',
    position: { place: 'kadiana' },
    corridor: { axis: 'ci', leg: 'tengrela-kadiana' },
    source: { name: 'Bureau de Sikasso', kind: 'partner' },
    note: 'Arrêt prolongé.',
    body: { kind: 'convoy', stage: 'in_transit', tankersDeparted: { best: 82 } },
    ...change,
  }
}

/** A queue at a pump. */
export function handedInQueue(n: number, change: Partial<Row> = {}): Row {
  return handedIn(n, {
    position: { place: 'bamako', lat: 12.6391, lon: -8.0029, precisionMetres: 20 },
    corridor: null,
    body: { kind: 'queue', product: 'petrol', queueSeen: true, vehicles: { low: 80, high: 120 } },
    ...change,
  })
}
