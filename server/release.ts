import { fileURLToPath } from 'node:url'

const inRelease = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Files that come with every release, wherever the server is started from. */
export const GEOGRAPHY = inRelease('public/geo')
export const PUBLIC_RECORD = inRelease('server/record/reported-facts.csv')
export const BUILT_CLIENT = inRelease('dist/client')
export const BUILT_DEMO = inRelease('dist/demo')
