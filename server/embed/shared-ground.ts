type Drawn = { name: string; width: number; svg: string }

/** Coasts, rivers and borders of a map: a group of outlines, with no group inside. */
const GROUND = /<g class="ground"[^>]*>.*?<\/g>/s
const CLIP = /<clipPath [^>]*><rect width="([\d.]+)" height="([\d.]+)"\/><\/clipPath>/

/**
 * Of the two wider maps of a page, which have the same shape, the smaller takes its ground from the larger: coasts are
 * most of a map's bytes. The narrowest keeps its own, since it is what a phone paints first. Charts stay as they are.
 */
export function sharingGround(drawn: readonly Drawn[]): readonly Drawn[] {
  const [narrow, column, wide] = drawn
  const [from, to] = [sizeOf(wide), sizeOf(column)]
  if (!narrow || !column || !wide || !from || !to) return drawn
  const scale = to.width / from.width
  // Maps of another shape show more of the north and south.
  if (Math.abs(to.height - from.height * scale) > 1) return drawn
  const id = `${wide.name}-ground`
  const used = `<use href="#${id}" transform="scale(${scale.toFixed(4)})"/>`
  return [
    narrow,
    { ...column, svg: column.svg.replace(GROUND, used) },
    { ...wide, svg: wide.svg.replace('<g class="ground"', `<g id="${id}" class="ground"`) },
  ]
}

/** Of the map within its drawing; null for what is no map. */
function sizeOf(drawn: Drawn | undefined): { width: number; height: number } | null {
  if (!drawn || !GROUND.test(drawn.svg)) return null
  const [, width, height] = CLIP.exec(drawn.svg) ?? []
  return width && height ? { width: Number(width), height: Number(height) } : null
}
