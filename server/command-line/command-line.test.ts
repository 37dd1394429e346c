import { execFile } from 'node:child_process'
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { PUBLIC_RECORD } from '#server/release.ts'
import { commandLine } from './command-line.ts'

// Opening a database takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

let root: string
let said: string[] = []

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'jauge-command-')))
})
afterAll(() => rm(root, { recursive: true, force: true }))
beforeEach(() => {
  said = []
  const hear = (line: string) => void said.push(line)
  vi.spyOn(console, 'log').mockImplementation(hear)
  vi.spyOn(console, 'error').mockImplementation(hear)
})
afterEach(() => vi.restoreAllMocks())

const run = (...words: string[]) => commandLine(words, { JAUGE_DATA: join(root, 'data') })

async function fileOf(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(root, name)
  await writeFile(path, text)
  return path
}

test('help lists the commands, and is what an unsaid command gets', async () => {
  expect(await run('help')).toBe(0)
  expect(said.join()).toContain('jauge import FILE')
  expect(await run()).toBe(2)
})

test('an unknown command and a missing file name are refused', async () => {
  expect(await run('imprt')).toBe(2)
  expect(await run('import')).toBe(2)
  expect(said).toEqual([
    'There is no command "imprt". "jauge help" lists them.',
    '"jauge import" takes one file. "jauge help" says how it is called.',
  ])
})

test('a file that is not there, is a folder or is no text is said to be that', async () => {
  expect(await run('import', join(root, 'none.csv'))).toBe(1)
  expect(await run('import', root)).toBe(1)
  expect(await run('import', await fileOf('latin1.csv', Uint8Array.of(0x62, 0xe9, 0x0a)))).toBe(1)
  expect(said).toEqual([
    expect.stringMatching(/none\.csv cannot be read: there is no such file\.$/),
    expect.stringMatching(/cannot be read: it is a folder/),
    expect.stringMatching(/latin1\.csv cannot be read: it is not text in UTF-8\.$/),
  ])
})

test('a file that is no such CSV adds nothing', async () => {
  expect(await run('import', await fileOf('other.csv', 'a,b\n1,2\n'))).toBe(1)
  expect(said.at(-1)).toMatch(/^Nothing was taken in: /)
})

test('a row that cannot be mapped is told with line and column; the others go in, a batch at a time', async () => {
  const [header = '', ...record] = (await readFile(PUBLIC_RECORD, 'utf8')).trimEnd().split(/\r?\n/)
  const rows = Array.from({ length: 4 }, (_, n) =>
    record.map((row) => row.replace(/^[^,]*/, `$&-${n}`)),
  )
  const facts = [header, ...rows.flat()]
  facts[5] = facts[5]?.replace(/,(day|week|month),/, ',decade,') ?? ''
  const file = await fileOf('facts.csv', facts.join('\n'))
  expect(await run('import', file)).toBe(3)
  expect(said).toEqual([
    expect.stringMatching(/^Refused: line 6, column date_precision: /),
    '1000/1307 kept',
    '1307/1307 kept',
    'Added 1307, revised 0, unchanged 0, refused 1.',
  ])
  said = []
  expect(await run('import', file)).toBe(3)
  expect(said.at(-1)).toBe('Added 0, revised 0, unchanged 1307, refused 1.')
})

test('what comes through a pipe is read once, and all of it', async () => {
  const pipe = join(root, 'pipe.csv')
  await promisify(execFile)('mkfifo', [pipe])
  const writing = writeFile(pipe, await readFile(PUBLIC_RECORD))
  expect(await commandLine(['import', pipe], { JAUGE_DATA: join(root, 'piped') })).toBe(0)
  await writing
  expect(said.at(-1)).toBe('Added 327, revised 0, unchanged 0, refused 0.')
})
