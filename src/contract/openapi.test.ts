import { expect, test } from 'vitest'
import { openApi } from './openapi.ts'
import { ALL_ROUTES } from './routes.ts'

type Operation = {
  operationId: string
  summary: string
  parameters: { name: string; in: string; description?: string; schema: object }[]
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}
const document = openApi(ALL_ROUTES, 'live') as {
  openapi: string
  info: { license: { name: string } }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}
const operations = Object.values(document.paths).flatMap((path) => Object.values(path))

test('it is OpenAPI 3.1, of every route, each under a name of its own', () => {
  expect(document.openapi).toMatch(/^3\.1\./)
  expect(Object.keys(document.paths).toSorted()).toEqual(
    [...new Set(Object.values(ALL_ROUTES).map(({ path }) => path))].toSorted(),
  )
  expect(operations).toHaveLength(Object.keys(ALL_ROUTES).length)
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  expect(document.info.license.name).toContain('CC BY 4.0')
})

test('every parameter is explained', () => {
  const unexplained = operations.flatMap(({ parameters }) =>
    parameters.filter(({ description }) => !description).map(({ name }) => name),
  )
  expect(unexplained).toEqual([])
})

test('every part of a path in braces is a parameter of it', () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    const braces = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    for (const { parameters } of Object.values(methods)) {
      expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(
        braces,
      )
    }
  }
})

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
    ([, to]) => to ?? '',
  )
  const names = new Set(references.map((to) => to.replace('#/components/schemas/', '')))
  expect(names.size).toBeGreaterThan(5)
  expect([...names].filter((name) => !(name in document.components.schemas))).toEqual([])
})

test('every answer says how sensitive it is, and refusals are problem details', () => {
  for (const { responses } of operations) {
    const sensitivity = (responses['200'] ?? responses['204']) as { 'x-data-sensitivity': string }
    expect(['public', 'restricted']).toContain(sensitivity['x-data-sensitivity'])
    expect(Object.keys(responses['400']?.content ?? {})).toEqual(['application/problem+json'])
  }
})
