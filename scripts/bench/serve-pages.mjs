import { createServer } from 'node:http'
import { createHash } from 'node:crypto'
import { getRequestListener } from '@hono/node-server'
import { register } from 'tsx/esm/api'

// Told folders by name, it serves each on a port of its own, through the very modules that serve our own page.
register()
const { compressed } = await import('#server/compression.ts')
const { loadFiles } = await import('#server/static-files.ts')

process.once('message', async (folders) => {
  const urls = await Promise.all(folders.map(async ([name, folder]) => [name, await serve(folder)]))
  process.send?.(Object.fromEntries(urls))
})
process.once('disconnect', () => process.exit())

async function serve(folder) {
  const files = await loadFiles(folder)
  const tag = `W/"${createHash('sha256').update(files.template).digest('base64url').slice(0, 22)}"`
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    // As our own page has it.
    'Cache-Control': 'public, max-age=30, stale-while-revalidate=60',
    ETag: tag,
  }
  const page = (request) =>
    request.headers.get('If-None-Match') === tag
      ? new Response(null, { status: 304, headers })
      : new Response(files.template, { headers })
  async function answer(request) {
    if (new URL(request.url).pathname === '/') return compressed(request, page(request))
    return files.answer(request) ?? new Response('', { status: 404 })
  }
  const server = createServer(getRequestListener(answer))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${server.address().port}/`
}
