import * as z from 'zod/mini'
import { Report } from '#domain/report.ts'
import { HandedIn } from './intake.ts'
import { Problem } from './problem.ts'
import type { Route } from './route.ts'

type Json = Record<string, unknown>

/** How a form is referred to by its name. */
export const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** A format says it already, in fewer bytes and more plainly, than the pattern zod adds to it. */
export const plainly = {
  override: ({ jsonSchema }: { jsonSchema: Json }) => {
    if (jsonSchema['format']) delete jsonSchema['pattern']
  },
}

type Form = { name: string; schema: z.ZodMiniType }

/** Every named form once, with references between them: answers as they are given, bodies as they may be sent. */
export function schemas(routes: readonly Route[]): Json {
  const answers = routes.flatMap(({ answer }) => answer ?? [])
  const bodies = routes.flatMap(({ body }) => body ?? [])
  const shared = [
    { name: 'Problem', schema: Problem },
    { name: 'Report', schema: Report },
  ]
  return {
    ...schemasOf([...shared, ...answers], 'output'),
    ...schemasOf([{ name: 'HandedIn', schema: HandedIn }, ...bodies], 'input'),
  }
}

function schemasOf(forms: readonly Form[], io: 'input' | 'output'): Json {
  const named = z.registry<{ id: string }>()
  // Two methods of one address may answer in one form.
  for (const [schema, id] of new Map(forms.map(({ schema, name }) => [schema, name])))
    named.add(schema, { id })
  const made = z.toJSONSchema(named, { io, uri: (id) => refTo(id).$ref, ...plainly }).schemas
  return Object.fromEntries(
    Object.entries(made).map(([name, { $schema: _dialect, $id: _address, ...schema }]) => [
      name,
      schema,
    ]),
  )
}
