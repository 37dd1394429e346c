import { parseArgs } from 'node:util'
import { buildDemo } from './build.mjs'
import { installIfNeeded } from './install.mjs'

/** `npm run build:demo -- --base /jauge/`: the path the files will stand under on their host. */
const { values } = parseArgs({ options: { base: { type: 'string' } } })
const asked = values.base ?? process.env.JAUGE_DEMO_BASE ?? '/demo/'
const base = `/${asked}/`.replaceAll(/\/+/g, '/')

if (!/^\/([\w.~-]+\/)*$/.test(base)) {
  console.error(`The base is "${asked}"; it must be a path such as /jauge/.`)
  process.exit(2)
}
await installIfNeeded()
process.exitCode = await buildDemo({ base })
if (process.exitCode === 0) {
  console.log(`dist/demo holds the demo. Put what is in it on any static host, under ${base}.`)
}
