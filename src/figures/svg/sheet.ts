import type { Scene } from '#figures/figure.ts'
import type { Face } from './measure.ts'
import { colourIn } from './palette.ts'
import type { Theme } from './palette.ts'
import { el, escapeXml } from './xml.ts'

export type SvgOptions = {
  /** Of the whole picture, px. */
  width: number
  /** Of the whole picture, px, as far as its text leaves room for it; null for what suits the width. */
  height: number | null
  theme: Theme
  /** A file of its own, with its colours and background; else a part of a page, whose colours and theme it takes. */
  standalone: boolean
  /** `whole` has title, key, credit and all; `drawing` leaves to the page what flows as text, and keeps the key. */
  frame: 'whole' | 'drawing'
  /** Begins the ids of its parts: no two pictures on a page may share it. */
  id: string
  scene: Scene
  /** What the frame says last: that it is live or pinned, and its address. */
  foot: readonly string[]
}

/** Sizes of type in px, by the width of the picture. A wide one is often shown small. */
const TYPE = {
  narrow: { title: 18, second: 14, text: 12.5, small: 11, tick: 11, margin: 14 },
  column: { title: 21, second: 16, text: 13.5, small: 11.5, tick: 11.5, margin: 18 },
  full: { title: 29, second: 20, text: 17, small: 14, tick: 14.5, margin: 28 },
} as const

/** What every part of a picture is drawn with. */
export type Sheet = {
  id: string
  /** Room between the margins. */
  width: number
  type: { [Key in keyof (typeof TYPE)['narrow']]: number }
  colour: (name: string) => string
  standalone: boolean
  scene: Scene
}

/** Something of a known height; drawn with its top at `y`. */
export type Block = { height: number; draw: (y: number) => string }

export function sheetOf({ id, width, theme, standalone, frame, scene }: SvgOptions): Sheet {
  const type = TYPE[width < 480 ? 'narrow' : width < 960 ? 'column' : 'full']
  return {
    id: id.replaceAll(/[^\w-]/g, '-'),
    width: width - (frame === 'whole' ? 2 * type.margin : 0),
    type,
    colour: colourIn(theme, standalone),
    standalone,
    scene,
  }
}

export const SERIF = {
  file: `'Noto Serif', Georgia, 'Liberation Serif', serif`,
  page: 'var(--serif)',
} as const
export const SANS = {
  file: `'Noto Sans', 'Liberation Sans', Arial, Helvetica, sans-serif`,
  page: 'var(--sans)',
} as const

type Look = {
  size: number
  colour: string
  face?: Face
  anchor?: 'start' | 'middle' | 'end'
  /** Paper around the letters, where something lies under them. */
  halo?: boolean
}

/** A line of text on its base line. */
export function text(sheet: Sheet, x: number, y: number, words: string, look: Look): string {
  const { size, colour, face = 'sans', anchor = 'start', halo = false } = look
  return el(
    'text',
    {
      x,
      y,
      'font-size': size,
      ...fontOf(sheet, face),
      'text-anchor': anchor === 'start' ? null : anchor,
      fill: sheet.colour(colour),
      ...(halo ? haloOf(sheet, size) : {}),
    },
    escapeXml(words),
  )
}

export function fontOf({ standalone }: Sheet, face: Face): Record<string, string | number | null> {
  return {
    'font-family': face === 'serif' ? SERIF[standalone ? 'file' : 'page'] : null,
    'font-weight': face === 'serif' ? 700 : face === 'strong' ? 600 : null,
  }
}

function haloOf({ colour }: Sheet, size: number): Record<string, string | number> {
  return {
    stroke: colour('--paper'),
    'stroke-width': size > 13 ? 4 : 3,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  }
}

/** Blocks under one another; `gap` is what stands before each but the first. */
export function stack(blocks: readonly (Block & { gap: number })[]): Block {
  const height = blocks.reduce((sum, each, index) => sum + each.height + (index ? each.gap : 0), 0)
  return {
    height,
    draw: (top) => {
      let y = top
      return blocks
        .map((each, index) => {
          y += index ? each.gap : 0
          const drawn = each.draw(y)
          y += each.height
          return drawn
        })
        .join('')
    },
  }
}
