import { expect, test } from 'vitest'
import { bulletin, someReport } from '#testing/some-report.ts'
import { annotationsIn } from './annotations.ts'

const autumn = { from: '2025-09-01', to: '2025-12-31' }

test('a decision known to the week stands at the day its source names, not at the Monday before', () => {
  const threat = someReport('2025-11-19', bulletin('drivers_declared_targets', 1, 'flag'), {
    precision: 'week',
  })
  expect(annotationsIn([threat], autumn)).toMatchObject([{ day: '2025-11-19' }])
})

test('the same decision told again within a week is one mark', () => {
  const told = ['2025-09-03', '2025-09-04', '2025-10-20'].map((day) =>
    someReport(day, bulletin('blockade_declared', 1, 'flag')),
  )
  expect(annotationsIn(told, autumn).map(({ day }) => day)).toEqual(['2025-09-03', '2025-10-20'])
})
