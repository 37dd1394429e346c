import { installIfNeeded } from './install.mjs'
import { node } from './run.mjs'

await installIfNeeded()

// Below a base of its own, as on a server: its service worker must never meet another page of this address.
const port = process.env.PORT || '8082'
const address = `http://127.0.0.1:${port}/demo/`
console.log(`The demo is at ${address}`)
const words = ['--mode', 'demo', '--base', '/demo/', '--host', '127.0.0.1', '--port', port]
process.exitCode = await node('node_modules/vite/bin/vite.js', [
  ...words,
  '--strictPort',
  '--logLevel',
  'warn',
])
