import { expect, test } from 'vitest'
import type { Site } from '#domain/site.ts'
import { exactly } from '#domain/estimate.ts'
import { somePlaces } from '#testing/some-map.ts'
import { wordsIn, wordsReady } from '#i18n/words.ts'
import { onWorld } from '#figures/map/ground.ts'
import { roomOf } from './room.ts'
import { chipsOf, gatheredSites } from './site-chips.ts'

await wordsReady('en', 'detail')

/** A site in Mali, with a wait or with nothing known. */
function site(place: string, lat: number, lon: number, hours: number | null): Site {
  const reading = {
    aspect: 'wait' as const,
    product: null,
    value: exactly(hours ?? 0),
    state: null,
    day: '2026-03-10',
    freshness: 'fresh' as const,
    code: 'B2',
    source: 'RFI',
    report: 'r1',
  }
  const readings = hours === null ? [] : [reading]
  return { place, position: { place, lat, lon, precisionMetres: 30 }, readings, freshness: 'fresh' }
}

const SCALE = 32
const everywhere = { left: 0, top: 0, width: 256 * SCALE, height: 256 * SCALE }
const idsOf = (chips: readonly { site: Site }[]) => chips.map(({ site: { place } }) => place)

test('where sites crowd one has a sign, the known before the unknown, and each of the others is a dot', () => {
  const sites = [site('quiet', 13, -7, null), site('dry', 13.001, -7, 9), site('near', 13, -7, 3)]
  const chips = chipsOf([...sites, site('far', 16, -3, 2)], somePlaces)
  const { leading, dots } = gatheredSites(chips, SCALE, everywhere)
  expect(idsOf(leading).toSorted()).toEqual(['dry', 'far'])
  expect(idsOf(dots).toSorted()).toEqual(['near', 'quiet'])
})

test('the place that the map is about leads whoever stands beside it', () => {
  const sites = [site('depot', 12.649, -8, 9), site('bamako', 12.649, -8, 3)]
  const chips = chipsOf(sites, somePlaces)
  expect(idsOf(gatheredSites(chips, SCALE, everywhere).leading)).toEqual(['bamako'])
})

test('what is out of sight is neither laid out nor drawn', () => {
  const chips = chipsOf([site('here', 13, -7, 1), site('there', 20, 2, 1)], somePlaces)
  const world = onWorld(-7, 13)
  const sight = { left: world.x * SCALE - 50, top: world.y * SCALE - 50, width: 100, height: 100 }
  const { leading, dots } = gatheredSites(chips, SCALE, sight)
  expect([...idsOf(leading), ...idsOf(dots)]).toEqual(['here'])
})

test('a site without a position is in the list alone', () => {
  const nowhere = site('nowhere', 0, 0, 4)
  nowhere.position = { place: null, lat: null, lon: null, precisionMetres: null }
  expect(chipsOf([nowhere], somePlaces)).toEqual([])
})

test('of five thousand, few are laid out, and no two that can be pressed lie on one another', () => {
  const sites = Array.from({ length: 5000 }, (_, nth) =>
    site(`s${nth}`, 10.5 + ((nth * 7919) % 1300) / 100, -11.5 + ((nth * 104_729) % 1500) / 100, 2),
  )
  const chips = chipsOf(sites, somePlaces)
  const { leading, dots } = gatheredSites(chips, SCALE, everywhere)
  expect(leading.length + dots.length).toBe(5000)
  expect(leading.length).toBeLessThan(500)
  const { room, pressable } = roomOf({
    zoom: 5,
    scale: SCALE,
    chips: leading,
    places: somePlaces,
    measure: (text) => text.length * 7,
    tags: [],
    over: [],
    convoys: [],
    incidents: [],
    lang: 'en',
    say: wordsIn('en'),
  })
  const boxes = leading.flatMap(({ id, world }) => {
    const box = room.get(id)
    if (!box || !pressable.has(id)) return []
    return [{ ...box, left: world.x * SCALE + box.left, top: world.y * SCALE + box.top }]
  })
  expect(boxes.length).toBeGreaterThan(20)
  const covered = boxes.filter((a, i) =>
    boxes.some(
      (b, j) =>
        i < j &&
        a.left < b.left + b.width &&
        b.left < a.left + a.width &&
        a.top < b.top + b.height &&
        b.top < a.top + a.height,
    ),
  )
  expect(covered).toEqual([])
})
