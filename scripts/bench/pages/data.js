// What the reference pages draw: made up, small and always the same.

/** A chance of its own, the same everywhere. */
export function chance(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const DAY_MS = 86_400_000
export const FIRST_DAY = Date.UTC(2025, 8, 1)
export const NAMES = ['Diesel', 'Petrol', 'Gas']
export const COLOURS = ['#1f77b4', '#d62728', '#2ca02c']

/** Three lines of `days` days, as many as our own window has. */
export function threeLines(days) {
  const next = chance(7)
  const values = [60, 45, 75]
  return Array.from({ length: days }, (_, day) => {
    for (const nth of values.keys())
      values[nth] = Math.min(98, Math.max(2, values[nth] + (next() - 0.5) * 4))
    const [Diesel, Petrol, Gas] = values.map((value) => Math.round(value * 10) / 10)
    return { day: FIRST_DAY + day * DAY_MS, Diesel, Petrol, Gas }
  })
}

const WAYS = [
  [
    [14.69, -17.44],
    [14.9, -15.9],
    [13.77, -13.67],
    [14.45, -11.44],
    [13.04, -9.49],
    [12.64, -8],
  ],
  [
    [5.32, -4.02],
    [7.69, -5.03],
    [9.46, -5.63],
    [11.32, -5.67],
    [12.4, -6.8],
    [12.64, -8],
  ],
]

/** Two ways in, of 64 points each. */
export const ROUTES = WAYS.map((way) => dense(way, 64))

function dense(points, count) {
  return Array.from({ length: count }, (_, nth) => {
    const along = (nth / (count - 1)) * (points.length - 1)
    const from = Math.min(points.length - 2, Math.floor(along))
    const part = along - from
    return [0, 1].map((axis) => {
      const straight = points[from][axis] + (points[from + 1][axis] - points[from][axis]) * part
      return Math.round((straight + Math.sin(nth * (1 + axis)) * 0.03) * 10_000) / 10_000
    })
  })
}

/** Sites of Mali as our own API gives them. */
export function manySites(count, at) {
  const next = chance(11)
  const reading = (aspect, state, value) => ({
    aspect,
    product: aspect === 'wait' ? null : 'petrol',
    value,
    state,
    day: at,
    freshness: 'fresh',
    code: 'B2',
    source: 'Relais 1',
    report: '00000000-0000-4000-8000-000000000001',
  })
  return Array.from({ length: count }, (_, nth) => {
    const [lat, lon] = [10.5 + next() * 13, -11.5 + next() * 15].map(
      (x) => Math.round(x * 1e4) / 1e4,
    )
    const hours = Math.round(next() * 12)
    const place = `site-${nth}`
    return {
      type: 'Feature',
      id: place,
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: {
        place,
        position: { place, lat, lon, precisionMetres: 30 },
        readings: [
          reading('wait', null, { low: hours, best: hours, high: hours }),
          reading('availability', hours > 8 ? 'out_of_stock' : 'available', null),
        ],
        freshness: 'fresh',
        data_mode: 'live',
      },
    }
  })
}
