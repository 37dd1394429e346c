import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const KB = 1000
/** Bytes after Brotli 11: what a reader on a bad line waits for. */
const BUDGETS = {
  shell: 95 * KB,
  map: 150 * KB,
  everything: 260 * KB,
  studio: 140 * KB,
  embed: 12 * KB,
  embedHost: 1 * KB,
  style: 15 * KB,
  geography: 110 * KB,
}

const MAP = 'src/features/map/SituationMap.tsx'
const ENTRY = 'index.html'
const EMBED = 'src/embed/enhance.ts'
const STUDIO = 'src/app/screens/StudioPart.tsx'
/** Pages of their own, beside the situation. */
const PAGES = [STUDIO, 'src/app/screens/MethodPart.tsx', 'src/app/screens/SignInPart.tsx']
const LANGUAGES = ['fr', 'en']

/** What the build weighs, part by part, against what it may weigh. */
export async function weigh(folder) {
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8'))
  const sizeOf = async (path) => compressed(await readFile(join(folder, path)))
  const sum = async (paths) => {
    const sizes = await Promise.all([...paths].map(sizeOf))
    return sizes.reduce((total, size) => total + size, 0)
  }

  const shell = filesOf(manifest, [ENTRY])
  // Draws the map's picture, before anything else of it is there.
  const scripts = await readdir(join(folder, 'assets'))
  const first = await sizeOf(`assets/${scripts.find((name) => /^first-map-.*\.js$/.test(name))}`)
  // The map waits for its words too, in the one language that is shown: the heavier one counts.
  const words = LANGUAGES.map((lang) => `src/i18n/${lang}/detail.ts`)
  const maps = await Promise.all(words.map((each) => sum(filesOf(manifest, [ENTRY, MAP, each]))))
  const all = await Promise.all(LANGUAGES.map((lang) => sum(screenFiles(manifest, lang))))
  const studios = await Promise.all(
    LANGUAGES.map((lang) => sum(filesOf(manifest, [ENTRY, STUDIO, ...studioWords(lang)]))),
  )
  const geography = (await readdir(join(folder, 'geo'))).filter((name) => name.endsWith('.json'))
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text]) => text).join('')
  const linked = [...page.matchAll(/<link[^>]+rel="stylesheet"/g)].length

  return {
    /** Style sheets that the page links instead of holding them. */
    linkedStyles: linked,
    parts: [
      part('JavaScript to shell and headlines', await sum(shell), BUDGETS.shell),
      part('JavaScript to the map', first + Math.max(...maps), BUDGETS.map),
      part('JavaScript of the whole screen', first + Math.max(...all), BUDGETS.everything),
      part('JavaScript of the embed studio', Math.max(...studios), BUDGETS.studio),
      part('script in an embed', await sizeOf(manifest[EMBED].file), BUDGETS.embed),
      part('script around an embed', await sizeOf('embed.js'), BUDGETS.embedHost),
      part('style in the page', compressed(Buffer.from(styles)), BUDGETS.style),
      part(
        'base map, corridors and places',
        await sum(geography.map((name) => `geo/${name}`)),
        BUDGETS.geography,
      ),
    ],
  }
}

const part = (name, bytes, budget) => ({ name, bytes, budget })

/** The scripts that the named modules need before they run: what they import, and not what they may ask for later. */
function filesOf(manifest, names) {
  const files = new Set()
  const seen = new Set()
  const visit = (name) => {
    if (seen.has(name)) return
    seen.add(name)
    const chunk = manifest[name]
    if (chunk === undefined) throw new Error(`The build has no ${name}`)
    if (chunk.file.endsWith('.js')) files.add(chunk.file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  names.forEach(visit)
  return files
}

const studioWords = (lang) =>
  ['detail', 'later', 'embed'].map((part) => `src/i18n/${lang}/${part}.ts`)

/**
 * All that one reader of the situation can come to load, with every drawer opened: the words of one language, and
 * not those of the method page, of the embed studio and of signing in, which are pages of their own.
 */
function screenFiles(manifest, lang) {
  const others = LANGUAGES.filter((each) => each !== lang).map((each) => `src/i18n/${each}/`)
  const isElsewhere = (name) =>
    name.startsWith('src/embed/') ||
    PAGES.includes(name) ||
    /\/((method|access)\.json|embed\.ts)$/.test(name) ||
    others.some((folder) => name.startsWith(folder))
  const parts = Object.keys(manifest).filter(
    (name) => manifest[name].file.endsWith('.js') && !isElsewhere(name),
  )
  return filesOf(manifest, parts)
}

/** Bytes after Brotli 11. */
export function compressed(content) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  }
  return brotliCompressSync(content, { params }).length
}
