#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { register } from 'tsx/esm/api'

// Left to itself, Node lets what nobody needs any more grow to as much again as is needed (decision 028).
setFlagsFromString('--heap-growing-percent=25')

// Node 20 does not run TypeScript by itself.
register()
const { commandLine } = await import('#server/command-line/command-line.ts')
process.exitCode = await commandLine(process.argv.slice(2), process.env)
