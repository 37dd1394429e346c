/**
 * Writes src/figures/svg/advances.json: how wide the characters of the pictures' fonts are, in thousandths of the
 * size, so that text can be laid out where nothing can measure it. Run by hand: `npx tsx scripts/advances.mjs`.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readFont } from '#server/pictures/font-file.ts'
import { FONT_FILES } from '#server/pictures/fonts.ts'
import { ROOT } from './run.mjs'

/** Basic and extended Latin, the letters of Malian languages, punctuation, signs. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x186, 0x186],
  [0x189, 0x18b],
  [0x190, 0x190],
  [0x19d, 0x19d],
  [0x1b3, 0x1b4],
  [0x218, 0x21b],
  [0x250, 0x28f],
  [0x300, 0x304],
  [0x30c, 0x30c],
  [0x2009, 0x200b],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x202f, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2248],
  [0x2260, 0x2265],
]

const all = RANGES.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
)
const fonts = await Promise.all(
  Object.entries(FONT_FILES).map(async ([name, file]) => [name, readFont(await readFile(file))]),
)
const [signs] = fonts.splice(
  fonts.findIndex(([name]) => name === 'signs'),
  1,
)
const widthIn = (font, character) => font.advanceOf(character) ?? signs[1].advanceOf(character)
const characters = all.filter((each) => fonts.every(([, font]) => widthIn(font, each) !== null))
const widths = fonts.map(([name, font]) => [
  name,
  characters.map((each) => Math.round(widthIn(font, each) * 1000)),
])
await writeFile(
  join(ROOT, 'src/figures/svg/advances.json'),
  `${JSON.stringify({ characters: characters.join(''), ...Object.fromEntries(widths) })}\n`,
)
console.log(`${characters.length} of ${all.length} characters.`)
