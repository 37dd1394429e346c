/** What a TrueType file can draw. `advanceOf` is in ems; null for a character that the font does not have. */
export type FontFile = { advanceOf: (character: string) => number | null }

/** Reads the two tables that tell which characters a font has and how wide they are. */
export function readFont(bytes: Buffer): FontFile {
  const tables = tablesOf(bytes)
  const start = (name: string) => {
    const offset = tables.get(name)
    if (offset === undefined) throw new Error(`The font has no table "${name}".`)
    return offset
  }
  const unitsPerEm = bytes.readUInt16BE(start('head') + 18)
  const measured = bytes.readUInt16BE(start('hhea') + 34)
  const glyphs = glyphsOf(bytes, start('cmap'))
  return {
    advanceOf: (character) => {
      const glyph = glyphs.get(character.codePointAt(0) ?? -1)
      if (glyph === undefined) return null
      // The last width holds for all glyphs after it.
      const index = Math.min(glyph, measured - 1)
      return bytes.readUInt16BE(start('hmtx') + index * 4) / unitsPerEm
    },
  }
}

function tablesOf(bytes: Buffer): Map<string, number> {
  const count = bytes.readUInt16BE(4)
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const entry = 12 + index * 16
      return [bytes.toString('latin1', entry, entry + 4), bytes.readUInt32BE(entry + 8)] as const
    }),
  )
}

/** Glyph by code point, from the table's segments of 32-bit characters (format 12). */
function glyphsOf(bytes: Buffer, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>()
  for (let index = 0; index < bytes.readUInt16BE(cmap + 2); index++) {
    const table = cmap + bytes.readUInt32BE(cmap + 4 + index * 8 + 4)
    if (bytes.readUInt16BE(table) !== 12) continue
    for (let group = 0; group < bytes.readUInt32BE(table + 12); group++) {
      const at = table + 16 + group * 12
      const [first, last, glyph] = [0, 4, 8].map((offset) => bytes.readUInt32BE(at + offset))
      if (first === undefined || last === undefined || glyph === undefined) continue
      for (let code = first; code <= last; code++) glyphs.set(code, glyph + code - first)
    }
    return glyphs
  }
  throw new Error('The font has no table of 32-bit characters.')
}
