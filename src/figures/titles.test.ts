import { beforeAll, expect, test } from 'vitest'
import { exactly } from '#domain/estimate.ts'
import { someLine, somePoint, someScene, someSeries } from '#testing/some-series.ts'
import type { Scene } from './figure.ts'
import { titleOf } from './figure-of.ts'

let french: Scene
let english: Scene
beforeAll(async () => {
  ;[french, english] = await Promise.all([someScene('fr'), someScene('en')])
})

/** Thin and no-break spaces are right in print and unreadable in a test. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('\u2060', '')

test('arrivals: the latest week up to the moment, not after it', () => {
  const series = someSeries('arrivals', [
    someLine('unstated', 'tankers', [875, 753, 757, null, 843], 'whole-week'),
  ])
  expect(titleOf(series, french, '2026-02-08')).toBe(
    '843 citernes arrivées dans la semaine du 2 février',
  )
  expect(titleOf(series, french, '2026-02-07')).toBe(
    '757 citernes arrivées dans la semaine du 19 janvier',
  )
})

test('arrivals: silence after the last count is said', () => {
  const series = someSeries('arrivals', [someLine('unstated', 'tankers', [875], 'whole-week')])
  expect(titleOf(series, english, '2026-02-20')).toBe(
    '875 tankers arrived in the week of 5 January, no count since',
  )
})

test('arrivals: a partial week and added convoys are named as such', () => {
  const partial = someSeries('arrivals', [someLine('unstated', 'tankers', [519], 'partial-week')])
  expect(titleOf(partial, english, '2026-01-11')).toBe(
    '519 tankers arrived in the week of 5 January, a partial count',
  )
  const summed = someSeries('arrivals', [someLine('ci', 'tankers', [1], 'summed')])
  expect(titleOf(summed, french, '2026-01-11')).toBe(
    'Au moins 1 citerne arrivée dans la semaine du 5 janvier',
  )
})

test('arrivals: ways in are added up, and a way in without a figure adds nothing', () => {
  const series = someSeries('arrivals', [
    someLine('ci', 'tankers', [300], 'whole-week'),
    someLine('ne', 'tankers', [20], 'whole-week'),
    someLine('sn', 'tankers', [null]),
  ])
  expect(titleOf(series, english, '2026-01-11')).toMatch(/^320 tankers/)
})

test('losses: rival tolls are a range, and a count of nobody is not calm', () => {
  const series = someSeries('losses', [someLine('ci', 'tankers', [[15, 15, 20]])])
  expect(titleOf(series, french, '2026-02-23')).toBe(
    '15 citernes perdues dans la semaine du 5 janvier (15–20 selon les sources), aucun bilan depuis 6 semaines',
  )
})

test('losses: an attack without a toll does not become a loss of none', () => {
  const line = someLine('ci', 'tankers', [40])
  line.points.push(somePoint('2026-01-12', null, { n: 1, sources: 1 }))
  expect(titleOf(someSeries('losses', [line]), english, '2026-01-18')).toMatch(/^40 tankers lost/)
})

test('wait: minutes under an hour, and how long ago it was', () => {
  const series = someSeries('wait', [someLine('bamako', 'hours', [0.08])])
  expect(plain(titleOf(series, french, '2026-02-24'))).toBe(
    'Dernière attente signalée à Bamako : 5 minutes, il y a 6 semaines',
  )
  expect(titleOf(series, english, '2026-01-11')).toBe(
    'In Bamako, a wait of 5 minutes in the week of 5 January',
  )
})

test('prices: the street price with its premium on the same days', () => {
  const series = someSeries('prices', [
    someLine('parallel-petrol', 'xof-per-litre', [1250]),
    someLine('premium-petrol', 'ratio', [1.6129]),
  ])
  expect(plain(titleOf(series, french, '2026-01-20'))).toBe(
    'Dernier prix parallèle relevé : l’essence à 1 250 F le litre (semaine du 5 janvier), 1,6 fois le prix officiel',
  )
})

test('prices: without a street price the official ones are given', () => {
  const series = someSeries('prices', [
    someLine('official-petrol', 'xof-per-litre', [775], 'carried'),
    someLine('official-diesel', 'xof-per-litre', [725], 'carried'),
  ])
  expect(plain(titleOf(series, english, '2026-01-20'))).toBe(
    'Official price: petrol at 775 F a litre, diesel at 725 F; no street price reported',
  )
})

test('litres: both published needs give a range, never one number', () => {
  const need = { ...exactly(0), unit: 'litres' as const, source: 'Mali24', url: null }
  const series = someSeries('litres', [someLine('received', 'litres', [34_914_680])], {
    references: [
      { ...need, id: 'a', value: 21e6 },
      { ...need, id: 'b', value: 28e6 },
    ],
  })
  expect(plain(titleOf(series, french, '2026-01-11'))).toBe(
    '34,9 millions de litres reçus dans la semaine du 5 janvier, soit 125–166 % du besoin publié',
  )
})

test('stations: "most" is more than half, not a percentage', () => {
  const most = someSeries('stations', [someLine('bamako', 'share', [[0.5, null, 1]])])
  expect(titleOf(most, french, '2026-01-11')).toBe(
    'Plus de la moitié des stations servies à Bamako, au dernier rapport',
  )
  const few = someSeries('stations', [someLine('bamako', 'share', [[0, null, 0.5]])])
  expect(titleOf(few, english, '2026-01-11')).toMatch(/^More than half of stations were dry/)
  const rival = someSeries('stations', [someLine('bamako', 'share', [[0, null, 1]])])
  expect(titleOf(rival, english, '2026-01-11')).toMatch(/sources contradict/)
})

test('prices: a street price is that of a place, and its premium is of the same place', () => {
  const at = (place: string, value: number) => somePoint('2026-01-05', value, { place })
  const series = someSeries('prices', [
    { key: 'parallel-petrol', unit: 'xof-per-litre', points: [at('mopti', 3100)] },
    { key: 'premium-petrol', unit: 'ratio', points: [at('gao', 2), at('mopti', 4)] },
  ])
  expect(plain(titleOf(series, english, '2026-01-20'))).toBe(
    'Latest street price reported: petrol at 3,100 F a litre (Mopti, week of 5 January), 4 times the official price',
  )
})

test('a week that has begun is not spoken of before its reports are', () => {
  const line = someLine('unstated', 'tankers', [875, 753], 'whole-week')
  line.points[1] = somePoint('2026-01-12', 753, { lastDay: '2026-01-15', basis: 'whole-week' })
  const on = (at: string) => titleOf(someSeries('arrivals', [line]), english, at)
  expect(on('2026-01-14')).toMatch(/^875 tankers/)
  expect(on('2026-01-15')).toMatch(/^753 tankers/)
})

test('litres: a part of a week is said to be one, and is no share of a whole week’s need', () => {
  const need = { id: 'a', value: 21e6, unit: 'litres' as const, source: 'Mali24', url: null }
  const title = (basis: 'partial-week' | 'derived') =>
    plain(
      titleOf(
        someSeries('litres', [someLine('received', 'litres', [23_900_000], basis)], {
          references: [need],
        }),
        french,
        '2026-01-11',
      ),
    )
  expect(title('partial-week')).toBe(
    '23,9 millions de litres reçus dans la semaine du 5 janvier, décompte partiel',
  )
  expect(title('derived')).toMatch(/volume calculé, soit 114 % du besoin publié$/)
})

test('wait: what is known to the month is called a month, not a week', () => {
  const november = { to: '2025-11-30', lastDay: '2025-11-30' }
  const series = someSeries('wait', [
    { key: 'bamako', unit: 'hours', points: [somePoint('2025-11-01', 72, november)] },
  ])
  expect(plain(titleOf(series, french, '2025-12-02'))).toBe(
    'À Bamako, 72 heures d’attente en novembre 2025',
  )
  expect(titleOf(series, english, '2026-01-08')).toBe(
    'Latest wait reported in Bamako: 72 hours, in November 2025',
  )
})

test('wait: a week that several towns timed has their median, one town’s has its name', () => {
  const all = someLine('all', 'hours', [2, 3])
  all.points[1] = somePoint('2026-01-12', 3, { n: 2 })
  const series = someSeries('wait', [
    all,
    someLine('bamako', 'hours', [2, 1]),
    someLine('mopti', 'hours', [null, 5]),
  ])
  expect(titleOf(series, english, '2026-01-11')).toMatch(/^In Bamako, a wait of 2 hours/)
  expect(titleOf(series, english, '2026-01-18')).toMatch(/^A median wait of 3 hours/)
})

test('prices: the capital’s is not put aside for a smaller town’s newer one until it is old', () => {
  const at = (from: string, place: string, value: number) => somePoint(from, value, { place })
  const days = ['2026-01-05', '2026-01-12'] as const
  const series = someSeries('prices', [
    {
      key: 'parallel-petrol',
      unit: 'xof-per-litre',
      points: [at(days[0], 'bamako', 1250), at(days[1], 'kayes', 3000)],
    },
    {
      key: 'premium-petrol',
      unit: 'ratio',
      points: [at(days[0], 'bamako', 1.6), at(days[1], 'kayes', 3.9)],
    },
  ])
  expect(titleOf(series, english, '2026-02-01')).toMatch(/1,250 F .*Bamako.* 1\.6 times/)
  expect(titleOf(series, english, '2026-03-01')).toMatch(/3,000 F .*Kayes.* 3\.9 times/)
})

test('prices: one day’s price is of that day, and a multiple alone has no price', () => {
  const day = { to: '2026-01-07', lastDay: '2026-01-07', place: 'mopti' }
  const series = someSeries('prices', [
    { key: 'premium-petrol', unit: 'ratio', points: [somePoint('2026-01-07', 3, day)] },
  ])
  expect(titleOf(series, english, '2026-01-08')).toBe(
    'Latest street price reported: petrol (Mopti, 7 January), 3 times the official price',
  )
})

test('stations: a small town’s share does not stand before the country’s', () => {
  const series = someSeries('stations', [
    someLine('quoted', 'share', [0.54]),
    someLine('kayes', 'share', [null, 0]),
  ])
  expect(titleOf(series, english, '2026-01-18')).toMatch(/^54% of stations had fuel, by the latest/)
})
