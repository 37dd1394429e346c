import * as z from 'zod/mini'

/** Raster tiles of the deployment's own choice; without them nothing is asked of any other host. */
const Settings = z.object({
  tiles: z.optional(z.nullable(z.object({ url: z.string(), attribution: z.string() }))),
})
export type Tiles = NonNullable<z.infer<typeof Settings>['tiles']>

/** The tiles named in the page's settings; null when there are none, or when they make no sense. */
export function configuredTiles(): Tiles | null {
  const text = document.getElementById('settings')?.textContent
  if (!text) return null
  try {
    return Settings.parse(JSON.parse(text)).tiles ?? null
  } catch {
    return null
  }
}
