// Makes public/geo/{base.topo,corridors,places}.json from the tables beside this file and from
// Natural Earth as packed by three npm packages. The results are committed: run this only after a
// table has changed, and commit both.
//
//   cd scripts/geo
//   npm install --no-package-lock --ignore-scripts
//   node build.mjs
//
// The packages have a package.json of their own here, with exact versions, so that building the
// app needs none of them and the same tables always give the same bytes.

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { brotliCompressSync } from 'node:zlib'
import { baseMap } from './base.mjs'
import { corridors } from './corridors.mjs'
import { places } from './places.mjs'

const target = new URL('../../public/geo/', import.meta.url)

/** JSON with one item a line: as small as one long line once packed, and a diff stays readable. */
function linewise(value) {
  if (!Array.isArray(value)) {
    const fields = Object.entries(value).map(([key, item]) => {
      const text = Array.isArray(item) ? linewise(item) : JSON.stringify(item)
      return `${JSON.stringify(key)}:${text}`
    })
    return `{\n${fields.join(',\n')}\n}`
  }
  return `[\n${value.map((item) => JSON.stringify(item)).join(',\n')}\n]`
}

async function save(name, text) {
  await writeFile(new URL(name, target), `${text}\n`)
  const packed = brotliCompressSync(await readFile(new URL(name, target)))
  console.log(`${name}: ${text.length + 1} characters, ${packed.length} bytes at Brotli 11`)
}

await mkdir(target, { recursive: true })
await save('base.topo.json', await baseMap())
await save('corridors.json', linewise(await corridors()))
await save('places.json', linewise(await places()))
