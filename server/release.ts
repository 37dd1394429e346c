import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

const inRelease = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Files that come with every release, wherever the server is started from. */
export const GEOGRAPHY = inRelease('public/geo')
export const PUBLIC_RECORD = inRelease('server/record/reported-facts.csv')
export const BUILT_CLIENT = inRelease('dist/client')
export const BUILT_DEMO = inRelease('dist/demo')

/** Which release this is, as `package.json` says. */
export const RELEASE = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(inRelease('package.json'), 'utf8'))).version
