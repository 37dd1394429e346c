import type { Box } from '#figures/map/declutter.ts'
import { fontFamily, grain, isForced, once } from './palette.ts'
import { CHIP_FONT } from './room.ts'
import type { Draw, Pen } from './sheet.ts'
import type { Chip } from './site-chips.ts'
import type { SiteLook } from './site-look.ts'
import { DOT, DOTS, GLYPH, siteColor, siteShapes } from './site-shapes.ts'
import { textWidth } from './text-width.ts'

type Freshness = NonNullable<SiteLook['reading']>['freshness']
/** As map.module.css has it for the same signs as elements. */
const EDGES: Record<Freshness, { color: string; width: number; dash: number[] }> = {
  fresh: { color: '--ink-2', width: 1.5, dash: [] },
  ageing: { color: '--ink-3', width: 1, dash: [] },
  stale: { color: '--ink-3', width: 1, dash: [3, 2] },
  unknown: { color: '--status-unknown', width: 1, dash: [1, 1] },
}
const SMALL = 8
const GAP = 3

type Laid = {
  chips: readonly Chip[]
  texts: ReadonlyMap<string, string>
  room: ReadonlyMap<string, Box>
}

/** Signs of sites, the lettered over the bare ones: the same as those that are elements where there are few. */
export function signsDrawing({ chips, texts, room }: Laid): Draw {
  return (pen) => {
    pen.inPixels()
    const { context, scale } = pen
    const onDots = dotsOf(context)
    const lettered: { chip: Chip; box: Box }[] = []
    const bare: Chip[] = []
    for (const chip of chips) {
      const box = room.get(chip.id)
      if (!box) bare.push(chip)
      else {
        const left = onDots.x(chip.world.x * scale + box.left)
        const top = onDots.y(chip.world.y * scale + box.top)
        lettered.push({ chip, box: { ...box, left, top } })
      }
    }
    const bareSprites = bare.map(({ look }) => spriteOf(pen, look, 'bare'))
    const sprites = lettered.map(({ chip: { look } }) => spriteOf(pen, look, 'glyph'))
    for (const [nth, { world }] of bare.entries())
      stamp(context, onDots, bareSprites[nth], world.x * scale, world.y * scale)
    context.textBaseline = 'middle'
    for (const [nth, { chip, box }] of lettered.entries())
      letter(pen, onDots, chip.look, texts.get(chip.id) ?? '', box, sprites[nth])
  }
}

/** What stands too near to another for a sign: a few small squares of its colour, the worse over the better. */
export function dotsDrawing(dots: readonly Chip[]): Draw | null {
  if (dots.length === 0) return null
  const inOrder = DOT_ORDER.map((color): [typeof color, Chip[]] => [color, []])
  const byColor = new Map(inOrder)
  for (const dot of dots) byColor.get(siteColor(dot.look))?.push(dot)
  return ({ context, scale, colorOf, inPixels }) => {
    inPixels()
    for (const [color, all] of inOrder) {
      const fill = (boxes: readonly (readonly [number, number, number, number])[], ink: string) => {
        context.fillStyle = colorOf(ink)
        // Squares, because thousands of circles take the browser eight times as long.
        for (const { world } of all) {
          const x = Math.round(world.x * scale) - DOT / 2
          const y = Math.round(world.y * scale) - DOT / 2
          for (const [left, top, width, height] of boxes)
            context.fillRect(x + left, y + top, width, height)
        }
      }
      fill([around(DOTS[color])], '--land-focus')
      fill(DOTS[color], isForced() ? 'CanvasText' : `--status-${color}`)
    }
  }
}

/** All of a dot and a pixel more, which sets it off from others. */
function around(pieces: readonly (readonly [number, number, number, number])[]) {
  const left = Math.min(...pieces.map(([x]) => x)) - 1
  const top = Math.min(...pieces.map(([, y]) => y)) - 1
  const right = Math.max(...pieces.map(([x, , width]) => x + width)) + 1
  const bottom = Math.max(...pieces.map(([, y, , height]) => y + height)) + 1
  return [left, top, right - left, bottom - top] as const
}

const DOT_ORDER = ['unknown', 'open', 'restricted', 'contested', 'cut'] as const

const freshnessOf = ({ reading }: SiteLook): Freshness => reading?.freshness ?? 'unknown'

/** Where on the atlas, in dots of its canvas, and how large on the page. */
type Sprite = { left: number; top: number; size: number }

/** One canvas for all signs: each of them is drawn on it once, and then stamped wherever it stands. */
function atlas() {
  return once('atlas', () => {
    const canvas = document.createElement('canvas')
    const cell = Math.ceil(CELL * grain())
    canvas.width = ACROSS * cell
    canvas.height = DOWN * cell
    return { canvas, cell, context: canvas.getContext('2d'), sprites: new Map<string, Sprite>() }
  })
}

/** Side of a sign's place on it, in pixels; as many as there are looks, each of four ages, bare and beside letters. */
const CELL = 24
const ACROSS = 12
const DOWN = 8

function spriteOf(pen: Pen, look: SiteLook, kind: 'bare' | 'glyph'): Sprite | undefined {
  const { context, cell, sprites } = atlas()
  const severity = look.shows === 'wait' ? look.severity : ''
  const name = `${kind} ${look.shows} ${severity} ${freshnessOf(look)}`
  const before = sprites.get(name)
  if (before || !context) return before
  const left = (sprites.size % ACROSS) * cell
  const top = Math.floor(sprites.size / ACROSS) * cell
  context.setTransform(grain(), 0, 0, grain(), left, top)
  const size = kind === 'bare' ? bareSign(context, pen, look) : GLYPH
  if (kind === 'glyph') drawGlyph(context, pen, look, GLYPH)
  const made = { left, top, size }
  sprites.set(name, made)
  return made
}

function stamp(
  context: Pen['context'],
  onDots: Dots,
  sprite: Sprite | undefined,
  x: number,
  y: number,
): void {
  if (!sprite) return
  const { left, top, size } = sprite
  const side = Math.ceil(size * grain())
  const wide = side / grain()
  const { canvas } = atlas()
  // Dot on dot: between two, each would be mixed from its neighbours, which is blurred and takes four times as long.
  const [toLeft, toTop] = [onDots.x(x - size / 2), onDots.y(y - size / 2)]
  context.drawImage(canvas, left, top, side, side, toLeft, toTop, wide, wide)
}

type Dots = Record<'x' | 'y', (pixels: number) => number>

/** To the nearest dot of the canvas, whose corner is at a whole pixel: where a pixel is one dot and a half, at half a dot. */
function dotsOf(context: Pen['context']): Dots {
  const { e, f } = context.getTransform()
  const to = (from: number) => (pixels: number) =>
    (Math.round(pixels * grain() + from) - from) / grain()
  return { x: to(e), y: to(f) }
}

function drawGlyph(context: Pen['context'], { colorOf }: Pen, look: SiteLook, size: number): void {
  context.save()
  context.translate((GLYPH - size) / 2, (GLYPH - size) / 2)
  context.scale(size / GLYPH, size / GLYPH)
  if (freshnessOf(look) === 'stale') context.globalAlpha = 0.6
  for (const { d, stroke, fill, width, round } of siteShapes(look)) {
    context.fillStyle = fill ? colorOf(fill) : 'transparent'
    context.strokeStyle = colorOf(stroke)
    context.lineWidth = width
    context.lineCap = round ? 'round' : 'butt'
    paint(context, new Path2D(d))
  }
  context.restore()
}

function paint(context: Pen['context'], shape: Path2D): void {
  context.fill(shape)
  context.stroke(shape)
}

/** Gives its side. */
function bareSign(context: Pen['context'], pen: Pen, look: SiteLook): number {
  const isSmall = look.reading !== null
  const edge = EDGES[freshnessOf(look)]
  const inner = isSmall ? SMALL : GLYPH
  const size = inner + 2 + 2 * edge.width
  pill(context, pen, { left: 0, top: 0, width: size, height: size }, freshnessOf(look))
  context.save()
  context.translate((size - GLYPH) / 2, (size - GLYPH) / 2)
  drawGlyph(context, pen, look, inner)
  context.restore()
  return size
}

/** The rounded ground of a sign, with an edge that tells its age. */
function pill(context: Pen['context'], { colorOf }: Pen, box: Box, freshness: Freshness): void {
  const { color, width, dash } = EDGES[freshness]
  context.save()
  context.beginPath()
  const inset = width / 2
  context.roundRect(
    box.left + inset,
    box.top + inset,
    box.width - width,
    box.height - width,
    Math.min(12, box.height / 2) - inset,
  )
  const forced = isForced()
  context.globalAlpha = freshness === 'unknown' && !forced ? 0.75 : 1
  context.fillStyle = forced ? 'Canvas' : colorOf(freshness === 'unknown' ? '--land' : '--sheet')
  context.fill()
  context.globalAlpha = 1
  context.strokeStyle = forced ? 'CanvasText' : colorOf(color)
  context.lineWidth = width
  context.setLineDash(dash)
  context.stroke()
  context.restore()
}

/** A sign with its few characters beside it. */
function letter(
  pen: Pen,
  onDots: Dots,
  look: SiteLook,
  text: string,
  box: Box,
  sprite: Sprite | undefined,
): void {
  const { context, colorOf } = pen
  const isStale = freshnessOf(look) === 'stale'
  const font = isStale ? STALE_FONT : CHIP_FONT
  pill(context, pen, box, freshnessOf(look))
  const wide = text === '' ? 0 : GAP + textWidth(text, font)
  const left = box.left + (box.width - GLYPH - wide) / 2
  const middle = box.top + box.height / 2
  stamp(context, onDots, sprite, left + GLYPH / 2, middle)
  context.font = `${font} ${fontFamily()}`
  context.fillStyle = isForced() ? 'CanvasText' : colorOf(isStale ? '--ink-2' : '--ink')
  context.fillText(text, left + GLYPH + GAP, middle + 0.5)
}

const STALE_FONT = CHIP_FONT.replace('600', '400')
