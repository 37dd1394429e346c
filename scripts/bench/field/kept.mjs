import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { register } from 'tsx/esm/api'

const execute = promisify(execFile)

/** What the kept reports follow from: when any of it changes, they are told and taken in anew. */
const SOURCES = [
  'scripts/bench/field',
  'mocks/simulator',
  'server/store/migrations',
  'server/policy.ts',
  'server/disclosure.ts',
  'server/coarsen.ts',
]

/**
 * A database that holds about `reports` reports of the field, taken in by the store itself: kept below `.cache`, so that
 * only the first run waits for it.
 */
export async function keptField({ root, database, reports, tell }) {
  const home = join(root, '.cache/bench')
  const digest = await digestOf(root)
  await forgetOthers(home, digest)
  const folder = join(home, `field-${digest}-${reports}`)
  await mkdir(folder, { recursive: true })
  const place = { root, folder, reports, tell }
  const opened = database === 'PGlite' ? await inFolder(place) : await onServer(place)
  return { ...opened, gazetteer: await gazetteerIn(root, join(home, `gazetteer-${digest}`)) }
}

async function inFolder({ root, folder, reports, tell }) {
  const data = join(folder, 'pglite')
  const told = join(folder, 'pglite.json')
  const loaded = await loadedOnce(told, async () => {
    await rm(data, { recursive: true, force: true })
    await load({ root, words: [reports, data], what: `${reports} reports into PGlite`, tell })
    return newKey(root, { JAUGE_DATA: data, DATABASE_URL: '' })
  })
  return { ...loaded, where: { data }, stop: async () => {} }
}

async function onServer({ root, folder, reports, tell }) {
  register()
  const { startPostgres } = await import('#server/store/postgres-for-tests.ts')
  const home = (await isOpenToOthers(folder)) ? folder : join(tmpdir(), 'jauge-bench')
  const data = join(home, 'postgres')
  const told = join(home, 'postgres.json')
  const isThere = (await textOf(told)) !== null
  if (!isThere) await rm(data, { recursive: true, force: true })
  const server = await startPostgres(data)
  try {
    const databaseUrl = server.url('jauge')
    const loaded = await loadedOnce(told, async () => {
      await server.query('create database jauge')
      const words = [reports, join(folder, 'unused'), databaseUrl]
      await load({ root, words, what: `${reports} reports into PostgreSQL`, tell })
      // A server does so by itself, a minute after so many rows have come.
      await server.query('vacuum analyze', 'jauge')
      return newKey(root, { DATABASE_URL: databaseUrl })
    })
    return { ...loaded, where: { databaseUrl }, stop: server.stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** A server that may not run as root runs as nobody, who cannot come into every checkout. */
async function isOpenToOthers(folder) {
  if (process.getuid?.() !== 0) return true
  const nobody = { uid: 65_534, gid: 65_534, cwd: '/' }
  return execute('ls', [folder], nobody).then(
    () => true,
    () => false,
  )
}

/** What `work` makes is a key, by which an analyst is answered. */
async function loadedOnce(told, work) {
  const before = await textOf(told)
  if (before !== null) return { ...JSON.parse(before), isNew: false }
  const begun = performance.now()
  const key = await work()
  const loadMs = performance.now() - begun
  await mkdir(dirname(told), { recursive: true })
  await writeFile(told, JSON.stringify({ loadMs, key }))
  return { loadMs, key, isNew: true }
}

async function newKey(root, where) {
  const words = [
    join(root, 'bin/jauge.mjs'),
    'keys',
    'add',
    '--role',
    'analyst',
    '--label',
    'bench',
  ]
  const { stdout } = await execute(process.execPath, words, { env: { ...process.env, ...where } })
  const [key] = /jauge_[a-z0-9]{12}_[\w-]{43}/.exec(stdout) ?? []
  if (key === undefined) throw new Error(`jauge keys add gave no key: ${stdout}`)
  return key
}

async function load({ root, words, what, tell }) {
  tell(`Taking in ${what}; they are kept for the next time.`)
  const program = [join(root, 'scripts/bench/field/load.mjs'), ...words.map(String)]
  const child = spawn(process.execPath, program, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`Taking in ${what} ended with ${code}.`)
}

/** The release's geography with the field's sites among its places. */
async function gazetteerIn(root, folder) {
  register()
  const { loadAtlas } = await import('#server/atlas.ts')
  const { placesWithSites } = await import('./sites.ts')
  const geography = join(root, 'public/geo')
  await cp(geography, folder, { recursive: true })
  const places = placesWithSites(await loadAtlas(geography))
  await writeFile(join(folder, 'places.json'), JSON.stringify(places))
  return folder
}

async function digestOf(root) {
  const hash = createHash('sha256')
  for (const source of SOURCES)
    for (const file of await filesIn(join(root, source)))
      if (!file.endsWith('.test.ts')) hash.update(await readFile(file))
  return hash.digest('hex').slice(0, 12)
}

async function filesIn(path) {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null)
  if (entries === null) return [path]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .toSorted()
}

async function forgetOthers(home, digest) {
  const names = await readdir(home).catch(() => [])
  for (const name of names)
    if (/^(field|gazetteer)-/.test(name) && !name.includes(digest))
      await rm(join(home, name), { recursive: true, force: true })
}

function textOf(file) {
  return readFile(file, 'utf8').catch(() => null)
}
