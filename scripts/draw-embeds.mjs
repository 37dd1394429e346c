import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { register } from 'tsx/esm/api'

// Draws the embeds of a demo that was built into a folder, for hosts that only hand out files:
// `node scripts/draw-embeds.mjs dist/demo /demo/`. The simulated year is made once for all of them.
register()
const { loadAtlas } = await import('#server/atlas.ts')
const { baseMap } = await import('#server/base-map.ts')
const { drawAhead } = await import('#mocks/demo/draw-ahead.ts')

const [folder, base] = process.argv.slice(2)
const GEOGRAPHY = 'public/geo'
/** Of eleven: the last two take ten times as long for a fiftieth of the bytes. */
const BROTLI_QUALITY = 9

const drawn = await drawAhead({
  base,
  atlas: await loadAtlas(GEOGRAPHY),
  ground: await baseMap(GEOGRAPHY),
  scripts: await scriptsIn(folder),
})
for (const [name, text] of drawn) await write(join(folder, name), text)

/** The names that the build gave to the scripts. */
async function scriptsIn(built) {
  const manifest = JSON.parse(await readFile(join(built, '.vite/manifest.json'), 'utf8'))
  const workers = (await readdir(join(built, 'assets'))).filter((name) =>
    /^worker-[\w-]{8}\.js$/.test(name),
  )
  if (workers.length !== 1) throw new Error(`${built} has ${workers.length} workers.`)
  return {
    enhance: base + manifest['src/embed/enhance.ts'].file,
    redraw: base + manifest['src/demo/redraw.ts'].file,
    worker: `${base}assets/${workers[0]}`,
  }
}

async function write(file, text) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY }
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(text, { params }),
    promisify(gzip)(text, { level: 9 }),
  ])
  await mkdir(dirname(file), { recursive: true })
  await Promise.all([
    writeFile(file, text),
    writeFile(`${file}.br`, br),
    writeFile(`${file}.gz`, gz),
  ])
}
