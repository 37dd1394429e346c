import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import type { Live } from './history.ts'
import type { Question } from './questions.ts'

/** All of an answer that can be told apart. */
type Told = { status: number; headers: string[]; body: string }

/** Two answers to one question that are not the same. */
export class Interference extends Error {
  override readonly name = 'Interference'

  constructor(question: string, plain: Told, secretive: Told) {
    const lines = (told: Told) => [String(told.status), told.body, ...told.headers]
    const [a, b] = [lines(plain), lines(secretive)]
    const first = a.findIndex((line, index) => line !== b[index])
    super(
      `What is hidden changed the answer to ${question}\n` +
        `  without it: ${around(a[first] ?? '', b[first] ?? '')}\n` +
        `  with it:    ${around(b[first] ?? '', a[first] ?? '')}`,
    )
  }
}

/** A long text from a little before where it differs from another. */
function around(text: string, other: string): string {
  let same = 0
  while (same < text.length && text[same] === other[same]) same += 1
  return text.slice(Math.max(0, same - 60), same + 120)
}

/** All that one store is asked through: the whole site, and the API that stands in it. */
export type Apps = {
  site: Hono
  api: Hono
  /** In front of the site, where a test plants a leak; absent: nothing. */
  inFront?: (request: Request, answer: () => Promise<Response>) => Promise<Response>
}

/** How often each line of the routers was reached, and how often it had something to tell. */
export type Coverage = Map<string, { asked: number; told: number }>

/** Every line that the two routers hold, as `count` names it. */
export function linesOf({ site, api }: Apps): string[] {
  return [site, api].flatMap((app, index) =>
    app.routes.map(({ method, path }) => lineName(index, method, path)),
  )
}

const lineName = (index: number, method: string, path: string) =>
  `${index === 0 ? 'site' : 'api '} ${method} ${path}`

const KEPT = 60

/** Asks both apps the same, and holds their answers against each other. */
export function askBoth(plain: Apps, secretive: Apps, coverage: Coverage) {
  const given = { cursor: [] as string[], tag: [] as string[] }

  function note(pool: 'cursor' | 'tag', text: string | null | undefined): void {
    if (text !== null && text !== undefined && given[pool].length < KEPT) given[pool].push(text)
  }

  function filled(text: string, { instants }: Live): string {
    return text.replace(/‹(\w+) (\d+)›/g, (_, kind: string, n: string) => {
      const nth = Number(n)
      if (kind === 'instant') return near(instants, nth)
      const pool = given[kind === 'cursor' ? 'cursor' : 'tag']
      return pool[nth % Math.max(1, pool.length)] ?? ''
    })
  }

  async function tell({ site, inFront }: Apps, question: Question, live: Live): Promise<Told> {
    const address = new URL(question.path, 'http://jauge.example')
    for (const [name, value] of question.search)
      address.searchParams.append(name, filled(value, live))
    const headers = new Headers()
    for (const [name, value] of Object.entries(question.headers))
      headers.set(name, filled(value, live))
    const { method, body } = question
    if (body !== null) headers.set('Content-Type', 'application/json')
    const request = new Request(address, { method, headers, ...(body === null ? {} : { body }) })
    const answer = async () => site.fetch(request)
    const response = await (inFront ? inFront(request, answer) : answer())
    const bytes = Buffer.from(await response.arrayBuffer())
    return {
      status: response.status,
      headers: [...response.headers].map(([name, value]) => `${name}: ${value}`),
      // What is no text is compared by its digest.
      body: isText(bytes) ? bytes.toString('utf8') : digestOf(bytes),
    }
  }

  /** By the routers themselves, so that no line of them is taken for asked that was not. */
  function count({ method, path }: Question, { status }: Told): void {
    for (const [index, app] of [plain.site, plain.api].entries()) {
      const asked = method === 'HEAD' ? 'GET' : method
      const [matched] = app.router.match(asked, new URL(path, 'http://jauge.example').pathname)
      for (const [[, line]] of matched) {
        const name = lineName(index, line.method, line.path)
        const counted = coverage.get(name) ?? { asked: 0, told: 0 }
        counted.asked += 1
        if (status === 200) counted.told += 1
        coverage.set(name, counted)
      }
    }
  }

  return async function ask(question: Question, live: Live): Promise<void> {
    const one = await tell(plain, question, live)
    const other = await tell(secretive, question, live)
    if (JSON.stringify(one) !== JSON.stringify(other))
      throw new Interference(JSON.stringify(question), one, other)
    if (one.status === 500) throw new Error(`Both fail alike at ${JSON.stringify(question)}`)
    count(question, one)
    note('tag', one.headers.find((line) => line.startsWith('etag: '))?.slice(6))
    note('cursor', /"next":"([^"]+)"/.exec(one.body)?.[1])
  }
}

function isText(bytes: Buffer): boolean {
  return !bytes.includes(0)
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** One of the moments, or the millisecond before or after it. */
function near(instants: readonly string[], nth: number): string {
  const instant = instants[Math.floor(nth / 3) % Math.max(1, instants.length)]
  if (instant === undefined) return ''
  return new Date(Date.parse(instant) + (nth % 3) - 1).toISOString()
}
