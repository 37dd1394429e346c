import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import advances from '#figures/svg/advances.json'
import { readFont } from './font-file.ts'
import type { FontFile } from './font-file.ts'
import { FONT_FILES } from './fonts.ts'
import { toPng } from './picture.ts'

/** What French, Bambara and figures are written with, beyond plain letters. */
const NEEDED = 'éèêàçœÉÀŒɛɔŋɲƐƆŊƝ«»’“”–…·×÷≤≥'
const THIN_SPACE = '\u202f'
const NOWHERE = '\u{10fffd}'

const families = { sans: 'Noto Sans', strong: 'Noto Sans', serif: 'Noto Serif' } as const
type Face = keyof typeof families

function written(text: string, face: Face = 'sans'): string {
  const weight = { sans: 400, strong: 600, serif: 700 }[face]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><text x="4" y="30" font-size="24" font-family="'${families[face]}'" font-weight="${weight}">${text}</text></svg>`
}
const drawn = async (text: string, face: Face = 'sans') =>
  Buffer.from(await toPng(written(text, face), 1)).toString('hex')

async function fonts(): Promise<Record<keyof typeof FONT_FILES, FontFile>> {
  const [sans, strong, serif, signs] = await Promise.all(
    [FONT_FILES.sans, FONT_FILES.strong, FONT_FILES.serif, FONT_FILES.signs].map(async (file) =>
      readFont(await readFile(file)),
    ),
  )
  if (!sans || !strong || !serif || !signs) throw new Error('A font is missing.')
  return { sans, strong, serif, signs }
}

test.each(['sans', 'strong', 'serif'] as const)(
  '%s has every letter that is needed',
  async (face) => {
    const all = await fonts()
    const missing = Array.from(NEEDED + THIN_SPACE).filter(
      (each) => all[face].advanceOf(each) === null && all.signs.advanceOf(each) === null,
    )
    expect(missing).toEqual([])
    expect(all[face].advanceOf(NOWHERE)).toBeNull()
  },
)

test.each(['sans', 'strong', 'serif'] as const)(
  '%s draws them, and not the box of a missing one',
  async (face) => {
    const [box, blank] = [await drawn(NOWHERE, face), await drawn('', face)]
    expect(box).not.toBe(blank)
    const pictures = await Promise.all(Array.from(NEEDED, (each) => drawn(each, face)))
    expect(pictures).not.toContain(box)
    expect(pictures).not.toContain(blank)
    expect(new Set(pictures).size).toBe(pictures.length)
  },
)

test('a thin space is a space, thinner than others, and no box', async () => {
  expect(await drawn(THIN_SPACE)).toBe(await drawn(''))
  const of = (space: string) => drawn(`1${space}2`)
  const all = await Promise.all([of(THIN_SPACE), of('\u00a0'), of(''), of(NOWHERE)])
  expect(new Set(all).size).toBe(4)
})

test('faces differ: a weight that is asked for is there', async () => {
  const faces = ['sans', 'strong', 'serif'] as const
  const all = await Promise.all(faces.map((face) => drawn('Bamako', face)))
  expect(new Set(all).size).toBe(3)
})

test('text is laid out by the widths of the fonts it is drawn in', async () => {
  const all = await fonts()
  for (const face of ['sans', 'strong', 'serif'] as const)
    for (const [index, each] of Array.from(advances.characters).entries()) {
      const width = all[face].advanceOf(each) ?? all.signs.advanceOf(each)
      expect([each, advances[face][index]]).toEqual([each, Math.round((width ?? NaN) * 1000)])
    }
})

test('a picture has the size it says, once or twice over, and the same bytes each time', async () => {
  const sizeOf = (png: Uint8Array) => {
    const bytes = Buffer.from(png)
    return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  }
  const svg = written('Bamako')
  expect(sizeOf(await toPng(svg, 1))).toEqual([80, 40])
  expect(sizeOf(await toPng(svg, 2))).toEqual([160, 80])
  expect(await toPng(svg, 2)).toEqual(await toPng(svg, 2))
})

test('a drawing that names a file is refused', async () => {
  const outside = `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><image href="public/og.png"/></svg>`
  await expect(toPng(outside, 1)).rejects.toThrow('No drawing of ours')
})
