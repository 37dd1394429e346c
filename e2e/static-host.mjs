import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'

// Behaves as GitHub Pages does: files below the project's name and nothing else, a slash after the name of a folder that has
// a page, and 404.html, with that status, for whatever is not there. It knows nothing of the demo.
const FOLDER = process.env.JAUGE_STATIC_FOLDER || '.cache/demo-below'
const BASE = process.env.JAUGE_STATIC_BASE || '/jauge/'
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'application/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
}

const server = createServer((request, response) => {
  answer(new URL(request.url ?? '/', 'http://host')).then(
    ({ status, headers, body }) => response.writeHead(status, headers).end(body),
    () => response.writeHead(500).end(),
  )
})

async function answer({ pathname, search }) {
  if (`${pathname}/` === BASE) return { status: 301, headers: { Location: BASE + search } }
  const path = decodeURIComponent(pathname)
  const inside = path.startsWith(BASE) ? path.slice(BASE.length) : null
  const isFile = async (name) => (await stat(join(FOLDER, name)).catch(() => null))?.isFile()
  if (inside && !/\.\.|\/$/.test(inside) && (await isFile(`${inside}/index.html`)))
    return { status: 301, headers: { Location: `${pathname}/${search}` } }
  const name = inside?.replace(/(^|\/)$/, '$1index.html') ?? null
  if (name !== null && !name.includes('..') && (await isFile(name)))
    return { status: 200, ...(await sent(join(FOLDER, name))) }
  if (inside !== null) return { status: 404, ...(await sent(join(FOLDER, '404.html'))) }
  return { status: 404, headers: { 'Content-Type': 'text/plain' }, body: 'There is no such site.' }
}

async function sent(file) {
  const type = TYPES[extname(file)] ?? 'application/octet-stream'
  return {
    headers: { 'Content-Type': type, 'Cache-Control': 'max-age=600' },
    body: await readFile(file),
  }
}

server.listen(Number(process.env.JAUGE_E2E_STATIC_PORT || 0), '127.0.0.1', () => {
  console.log(`The files are at http://127.0.0.1:${server.address().port}${BASE}`)
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => server.close(() => process.exit()))
