/** The files of the build as they came: the page fetches them while the worker's own code is on its way. */
export type GeographyFiles = { places: string; corridors: string; base: string }

/** Fetches the geography of the build below `base`. Throws with the file's name when one does not come. */
export async function fetchGeography(base: string): Promise<GeographyFiles> {
  const [places, corridors, ground] = await Promise.all([
    fetched(`${base}geo/places.json`),
    fetched(`${base}geo/corridors.json`),
    fetched(`${base}geo/base.topo.json`),
  ])
  return { places, corridors, base: ground }
}

async function fetched(path: string): Promise<string> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.text()
}
