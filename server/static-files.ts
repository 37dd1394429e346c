import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { codingFor } from './compression.ts'
import type { Coding } from './compression.ts'

type File = { body: Buffer; mediaType: string; tag: string; codings: Map<Coding, Buffer> }

const MEDIA_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
}

/** Vite puts a hash of the content in these names, so what is under one name never changes. */
const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/
const FOR_EVER = 'public, max-age=31536000, immutable'
const FOR_A_WHILE = 'public, max-age=300, stale-while-revalidate=86400'

const PAGE = '/index.html'

type Files = {
  /** The page before anything is put into it. */
  template: string
  has: (path: string) => boolean
  /** The pages among them, by their path. */
  pages: ReadonlyMap<string, string>
  /** The file at the address, or at `path` where the address stands elsewhere; null when there is none. */
  answer: (request: Request, path?: string | null) => Response | null
}

/**
 * The built client, read once into memory: a couple of megabytes, and no path of a request ever reaches the file
 * system. The `.br` and `.gz` that the build wrote beside a file are what is sent to whoever takes them.
 */
export async function loadFiles(folder: string): Promise<Files> {
  const paths = await filesUnder(folder)
  const files = new Map<string, File>()
  for (const path of paths.filter((each) => !/\.(br|gz)$/.test(each))) {
    files.set(path, await fileAt(folder, path, paths))
  }
  const page = files.get(PAGE)
  if (page === undefined) throw new Error(`${folder} holds no index.html; build it: npm run build`)
  files.delete(PAGE)
  const pages = [...files].filter(([path]) => path.endsWith('.html'))
  return {
    template: page.body.toString('utf8'),
    pages: new Map(pages.map(([path, { body }]) => [path, body.toString('utf8')])),
    has: (path) => files.has(path),
    answer(request, path = decodedPath(request)) {
      const file = path === null ? undefined : files.get(path)
      return path === null || file === undefined ? null : fileResponse(request, path, file)
    },
  }
}

/** Nothing whose name begins with a dot: the build keeps its manifest there. */
async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map(
      (entry) =>
        `/${relative(folder, join(entry.parentPath ?? entry.path, entry.name))
          .split(sep)
          .join('/')}`,
    )
    .filter((path) => !path.includes('/.'))
}

async function fileAt(folder: string, path: string, paths: readonly string[]): Promise<File> {
  const body = await readFile(join(folder, path))
  const codings = new Map<Coding, Buffer>()
  if (paths.includes(`${path}.br`)) codings.set('br', await readFile(join(folder, `${path}.br`)))
  if (paths.includes(`${path}.gz`)) codings.set('gzip', await readFile(join(folder, `${path}.gz`)))
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const mediaType = MEDIA_TYPES[extname(path)] ?? 'application/octet-stream'
  return { body, mediaType, tag: `W/"${digest}"`, codings }
}

function decodedPath(request: Request): string | null {
  try {
    return decodeURIComponent(new URL(request.url).pathname)
  } catch {
    return null
  }
}

function freshness(path: string): string {
  if (HASHED.test(path)) return FOR_EVER
  // A page of yesterday names parts that are no longer there.
  return path.endsWith('.html') ? 'no-cache' : FOR_A_WHILE
}

function fileResponse(request: Request, path: string, file: File): Response {
  const headers = new Headers({
    'Cache-Control': freshness(path),
    ETag: file.tag,
    Vary: 'Accept-Encoding',
  })
  if (request.headers.get('If-None-Match')?.includes(file.tag))
    return new Response(null, { status: 304, headers })
  headers.set('Content-Type', file.mediaType)
  const coding = codingFor(request, [...file.codings.keys()])
  const coded = coding === null ? undefined : file.codings.get(coding)
  if (coding !== null) headers.set('Content-Encoding', coding)
  return new Response(new Uint8Array(coded ?? file.body), { headers })
}
