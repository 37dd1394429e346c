import { register } from 'tsx/esm/api'

// node load.mjs REPORTS FOLDER [DATABASE_URL]: fills an empty store. In a process of its own, which gives its memory back.
register()
const { loadField } = await import('./load.ts')
const [, , reports, data, databaseUrl = null] = process.argv
await loadField({ data, databaseUrl }, Number(reports))
