import { expect, test } from 'vitest'
import { ALL_ROUTES } from '#contract/routes.ts'
import { makeLog, routeOf } from './log.ts'

function logged(write: (log: ReturnType<typeof makeLog>) => void): Record<string, unknown>[] {
  const lines: string[] = []
  write(makeLog({ write: (line) => void lines.push(line) }))
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}
const answer = { method: 'GET', status: 200, ms: 12.4, role: 'public', cut: false }

test('a line says when, what was asked for, how it went and for whom by role', () => {
  const [line] = logged((log) => log.answered({ ...answer, path: '/api/v1/situation' }))
  expect(line).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    method: 'GET',
    route: '/api/v1/situation',
    status: 200,
    ms: 12,
    role: 'public',
  })
})

test('an answer that failed, or was not read to its end, says so', () => {
  const lines = logged((log) => {
    log.answered({ ...answer, path: '/', status: 503 })
    log.answered({ ...answer, path: '/', cut: true })
  })
  expect(lines).toMatchObject([{ level: 'error' }, { level: 'info', cut: true }])
})

test.each([
  ['/api/v1/reports/0198aaaa-secret', '/api/v1/reports/{id}'],
  ['/api/v1/reports.csv', '/api/v1/reports.csv'],
  ['/api/v1/series/wait,prices.csv', '/api/v1/series/{metrics}.csv'],
  ['/charts/wait.svg', '/charts/{chart}.svg'],
  ['/assets/index-aB3_x-9z.js', '/assets/*'],
  ['/demo/embed/wait-fr.html', '/demo/*'],
  ['/method', '/method'],
  ['/jauge_abc_secret', 'other'],
  ['/api/v1/reports/x/y', 'other'],
])('%s is written down as %s', (path, route) => {
  expect(routeOf(path)).toBe(route)
})

test('every route is known by its own name', () => {
  for (const { base, path } of Object.values(ALL_ROUTES))
    expect(routeOf(base + path.replaceAll(/\{\w+\}/g, 'x'))).toBe(base + path)
})

test('of an error there is its kind and its place, and nothing that it was about', () => {
  const cause = Object.assign(new Error('Key (label)=(desk of Bamako) already exists'), {
    code: '23505',
  })
  const error = new Error('Failed query: insert … params: jauge_abc_hunter2', { cause })
  const [line] = logged((log) => log.failed(error))
  expect(line).toMatchObject({ level: 'error', error: { name: 'Error' }, cause: { code: '23505' } })
  expect(JSON.stringify(line)).toContain('log.test.ts')
  expect(JSON.stringify(line)).not.toMatch(/hunter2|Bamako|insert/)
})
