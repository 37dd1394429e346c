import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { Server } from 'node:http'

/** What each generation of Datawrapper's code on a newsroom's page listens for. */
export const RECEIVERS = {
  older: `addEventListener('message', function (event) {
    if (event.data['datawrapper-height'] === undefined) return
    for (var id in event.data['datawrapper-height']) {
      var frame = document.getElementById('datawrapper-chart-' + id) || document.querySelector("iframe[src*='" + id + "']")
      if (frame) frame.style.height = event.data['datawrapper-height'][id] + 'px'
    }
  })`,
  newer: `addEventListener('message', function (event) {
    if (event.data['datawrapper-height'] === undefined) return
    var frames = document.querySelectorAll('iframe')
    for (var id in event.data['datawrapper-height'])
      for (var i = 0; i < frames.length; i++)
        if (frames[i].contentWindow === event.source)
          frames[i].style.height = event.data['datawrapper-height'][id] + 'px'
  })`,
} as const

/** A newsroom's page: on a host of its own, with whatever a test puts into its article. */
export async function startHost(): Promise<{
  url: (article: string) => string
  close: () => void
}> {
  const pym = await readFile('node_modules/pym.js/dist/pym.v1.min.js', 'utf8')
  const articles: string[] = []
  const server = createServer((request, response) => {
    if (request.url === '/pym.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' })
      response.end(pym)
      return
    }
    const article = articles[Number(request.url?.slice(1))]
    response.writeHead(article === undefined ? 404 : 200, {
      'Content-Type': 'text/html; charset=utf-8',
    })
    response.end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>News</title><link rel="icon" href="data:,"><body style="margin:0"><p>Before</p>${article}<p>After</p>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    // Another name and another port: another origin, and another site.
    url: (article) => `http://localhost:${portOf(server)}/${articles.push(article) - 1}`,
    close: () => server.close(),
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}
