#!/usr/bin/env node
import { register } from 'tsx/esm/api'

// Node 20 does not run TypeScript by itself.
register()
const { commandLine } = await import('#server/command-line/command-line.ts')
process.exitCode = await commandLine(process.argv.slice(2), process.env)
