import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { Atlas } from '#domain/atlas.ts'
import { createSite } from '#server/site.ts'

const PAGE = `<html lang="fr"><head><!--jauge:head--></head>
<body><noscript><!--jauge:noscript--></noscript><!--jauge:data--></body></html>`

/** Sites over a page that holds nothing but what is put into it; `remove` takes its folder away. */
export async function bareSites(atlas: Atlas) {
  const folder = await mkdtemp(join(tmpdir(), 'jauge-site-'))
  await writeFile(join(folder, 'index.html'), PAGE)
  return {
    over: (api: Hono): Promise<Hono> =>
      createSite({ api, atlas, folder, settings: { contact: null, tiles: null } }),
    remove: () => rm(folder, { recursive: true }),
  }
}
