import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const TEXT = new Set(['.js', '.css', '.json', '.svg', '.txt', '.xml', '.webmanifest'])

/** Below this, a packet is a packet. */
const WORTH_BYTES = 1024

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/**
 * Writes `.br` and `.gz` beside every static text file, at the highest quality: it is done once, and read
 * often. The page itself is left out where the server fills it in before it goes out.
 */
export function precompress({ pages }: { pages: boolean }): Plugin {
  const isText = (name: string) => TEXT.has(extname(name)) || (pages && name.endsWith('.html'))
  return {
    name: 'jauge-precompress',
    apply: 'build',
    async writeBundle({ dir }) {
      if (!dir) return
      const entries = await readdir(dir, { recursive: true, withFileTypes: true })
      const files = entries
        .filter((entry) => entry.isFile() && isText(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        // A folder whose name begins with a dot is never served.
        .filter((file) => !/(^|[\\/])\./.test(relative(dir, file)))
      await Promise.all(files.map((file) => compress(file)))
    },
  }
}

async function compress(file: string): Promise<void> {
  const text = await readFile(file)
  if (text.length < WORTH_BYTES) return
  const [br, gz] = await Promise.all([
    toBrotli(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
    toGzip(text, { level: 9 }),
  ])
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
}
