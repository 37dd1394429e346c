let folder = ''

export function initialize(given) {
  folder = given.folder
}

const NAMED = "inRelease('public/geo')"

/** The one line of the product that names its geography, named anew: everything else is what a reader's server runs. */
export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context)
  if (!new URL(url).pathname.endsWith('/server/release.ts')) return loaded
  const source = String(loaded.source)
  if (!source.includes(NAMED)) throw new Error(`server/release.ts no longer says ${NAMED}.`)
  return { ...loaded, source: source.replace(NAMED, JSON.stringify(folder)) }
}
