import { beforeAll, describe, expect, test } from 'vitest'
import { readFile } from 'node:fs/promises'
import type { Atlas } from '#domain/atlas.ts'
import { mappingRows, targetOf } from '#domain/record-mapping.ts'
import { loadAtlas } from '#server/atlas.ts'
import type { Draft } from '#server/store/store.ts'
import { UnreadableFile } from './fact.ts'
import { readRecord } from './import-record.ts'
import type { RecordFiles } from './import-record.ts'

let atlas: Atlas
let files: RecordFiles
let drafts: Draft[]

beforeAll(async () => {
  const text = (name: string) => readFile(`server/record/${name}.csv`, 'utf8')
  atlas = await loadAtlas('public/geo')
  files = {
    facts: await text('reported-facts'),
    relations: await text('relations'),
    officialPrices: await text('official-pump-prices'),
  }
  drafts = readRecord(files, atlas).drafts
})

const noted = (note: string) => drafts.filter((draft) => draft.note?.includes(note))

describe('the public record', () => {
  test('becomes 327 reports, one a fact, and nothing is refused', () => {
    expect(readRecord(files, atlas).refused).toEqual([])
    expect(drafts).toHaveLength(327)
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(327)
  })

  test('has every kind of report', () => {
    const kinds = new Set(drafts.map(({ body }) => body.kind))
    expect([...kinds].toSorted()).toEqual(['bulletin', 'convoy', 'incident', 'price', 'queue'])
  })

  test('gives the same ids each time: importing again is the same reports', () => {
    expect(readRecord(files, atlas).drafts).toEqual(drafts)
  })

  test('takes a ceiling from the official table only; what else is called official was seen at a pump', () => {
    const markets = (note: string) =>
      noted(note).map(({ body }) => body.kind === 'price' && body.market)
    expect(markets('OMAP says the March 2025 ceiling still applies')).toEqual([
      'ceiling',
      'ceiling',
    ])
    expect(markets('conflicts with 775')).toEqual(['pump'])
    expect(markets('Usual price quoted by a civil-society source')).toEqual(['baseline'])
  })

  test('keeps currency, container and decimals as reported', () => {
    expect(noted('20 litre can near the Mali border')[0]?.body).toMatchObject({
      amount: 1_000_000,
      currency: 'GNF',
      container: { size: 20, unit: 'litre' },
    })
    expect(noted('Town average from the regional trade office')[0]?.body).toMatchObject({
      amount: 723.39,
    })
  })

  test('assumes publication the day after the end of what happened, and says so', () => {
    const week = noted('Week 12-18 January')[0]
    expect(week).toMatchObject({ publishedAssumed: true, publishedAt: '2026-01-19T00:00:00.000Z' })
    const tariff = noted('25 F cut, ceiling for September 2025')[0]
    expect(tariff).toMatchObject({
      publishedAssumed: true,
      publishedAt: '2025-09-02T00:00:00.000Z',
    })
  })

  test('takes casualties into the event of their attack', () => {
    const events = noted('Driver bodies counted').map(({ event }) => event)
    expect(events).toEqual([{ id: 'attack-2026-01-29', role: 'detail' }])
  })

  test('reads “within two weeks” as an upper end', () => {
    expect(noted('out of fuel within two weeks')[0]?.body).toMatchObject({
      value: { low: null, best: 14, high: 14 },
    })
  })

  test('puts an attack on the leg it happened on', () => {
    expect(noted('About fifty burned despite escort')[0]?.corridor).toEqual({
      axis: 'ci',
      corridor: 'ci-tengrela',
      leg: 'kadiana-zantiebougou',
    })
  })

  test('never draws a road as a point', () => {
    const onRoads = drafts.flatMap(({ position }) => {
      const place = atlas.places.get(position?.place ?? '')
      return place?.kind === 'road' && position?.lat !== null
        ? [position?.precisionMetres ?? 0]
        : []
    })
    expect(onRoads.length).toBeGreaterThan(10)
    expect(Math.min(...onRoads)).toBeGreaterThanOrEqual(15_000)
  })
})

describe('a file with mistakes', () => {
  const spoil = (from: string, to: string) =>
    readRecord({ ...files, facts: files.facts.replace(from, to) }, atlas)

  test.each([
    ['2006-05-11,,day', '2006-13-11,,day', 'date', 'is not a day'],
    [',802,XOF/kg', ',eight,XOF/kg', 'value', 'is not a number'],
    [',802,XOF/kg', ',802,EUR/kg', 'unit', 'is not a unit'],
    ['price_per_kg,802', 'price_per_bucket,802', 'metric', 'no row of the mapping table'],
    ['2006-05-12,C,2', '2006-05-12,C,7', 'credibility', 'is not 1 to 6'],
    ['2006-05-12,C,2', '2006-05-12,Z,2', 'reliability', 'is not A to F'],
    ['Mali (national)', 'Atlantis', 'place', 'is not in the gazetteer'],
    [',802,XOF/kg', ',802000,XOF/kg', 'value', 'is outside'],
    [
      'https://www.afribone.com',
      'javascript:alert(1)//www.afribone.com',
      'source_url',
      'is not a web address',
    ],
  ])(
    'where “%s” became “%s” is refused by line and column; the rest goes in',
    (from, to, column, reason) => {
      const { drafts: taken, refused } = spoil(from, to)
      expect(taken).toHaveLength(326)
      expect(refused).toMatchObject([{ line: 2, column }])
      expect(refused[0]?.reason).toContain(reason)
    },
  )

  test('names the line a row begins on, though cells before it break over lines', () => {
    const { refused } = readRecord(
      {
        ...files,
        facts: files.facts
          .replace('"Diesel ceiling, up 15 F"', '"Diesel\nceiling"')
          .replace('petrol,price_per_litre,635', 'petrol,price_per_litre,x'),
      },
      atlas,
    )
    expect(refused.map(({ line }) => line)).toEqual([5])
  })

  test('refuses a row with a cell too many, whole: its values may stand in the wrong columns', () => {
    const { drafts: taken, refused } = spoil(',802,XOF/kg', ',802,802,XOF/kg')
    expect(taken).toHaveLength(326)
    expect(refused).toEqual([
      { line: 2, column: null, reason: 'has more or fewer cells than the first line has columns' },
    ])
  })

  test.each([
    ['Bulk butane', 'Bulk\0butane', 'note', 'holds a NUL'],
    ['Bulk butane', 'B'.repeat(2001), 'note', 'is longer than 2000 characters'],
    ['2006-05-11,,day', '9999-12-31,,day', 'date', 'is not of the years 1900 to 2199'],
    ['2006-05-11,,day', '0000-01-01,,day', 'date', 'is not of the years 1900 to 2199'],
    ['2006-05-11,,day', '2006-05-11,2006-05-10,day', 'date_end', 'is before the date'],
  ])(
    'refuses what the store could not hold, %#, and takes the rest',
    (from, to, column, reason) => {
      const { drafts: taken, refused } = spoil(from, to)
      expect(taken).toHaveLength(326)
      expect(refused).toMatchObject([{ line: 2, column }])
      expect(refused[0]?.reason).toContain(reason)
    },
  )

  test('says which column is missing when it is another file altogether', () => {
    expect(() => readRecord({ ...files, facts: 'a,b\n1,2\n' }, atlas)).toThrow(UnreadableFile)
    expect(() => readRecord({ ...files, facts: 'a,b\n1,2\n' }, atlas)).toThrow(/no column id, kind/)
    expect(() => readRecord({ ...files, facts: '"a\n1,2\n' }, atlas)).toThrow(UnreadableFile)
  })

  test('refuses a relation to a fact that is not there', () => {
    const { refused } = readRecord(
      { ...files, relations: 'event,role,fact_id,note\r\ne,best,nobody,\r\n' },
      atlas,
    )
    expect(refused).toMatchObject([{ column: 'fact_id', line: 2 }])
  })
})

test('every metric of the mapping table names the kind it becomes', () => {
  expect(mappingRows().length).toBeGreaterThan(30)
  expect(targetOf('policy', 'ration_litres')).toEqual({ kind: 'bulletin', metric: 'ration_litres' })
  expect(targetOf('price', 'ration_litres')).toBeNull()
})
