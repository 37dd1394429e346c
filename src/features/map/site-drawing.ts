import type { Box } from '#figures/map/declutter.ts'
import { fontFamily, grain, isForced, once } from './palette.ts'
import { CHIP_FONT } from './room.ts'
import type { Draw, Pen } from './sheet.ts'
import type { Chip } from './site-chips.ts'
import type { SiteLook } from './site-look.ts'
import { GLYPH, siteColor, siteShapes } from './site-shapes.ts'

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
    const spriteOf = (look: SiteLook, size: 'bare' | 'glyph') => {
      const severity = look.shows === 'wait' ? look.severity : ''
      return once(`sign ${size} ${look.shows} ${severity} ${freshnessOf(look)}`, () =>
        size === 'bare' ? bareSign(pen, look) : glyph(pen, look, GLYPH),
      )
    }
    const lettered: { chip: Chip; box: Box }[] = []
    for (const chip of chips) {
      const [x, y] = [chip.world.x * scale, chip.world.y * scale]
      const box = room.get(chip.id)
      if (box) lettered.push({ chip, box: { ...box, left: x + box.left, top: y + box.top } })
      else stamp(context, spriteOf(chip.look, 'bare'), x, y)
    }
    context.textBaseline = 'middle'
    for (const { chip, box } of lettered)
      letter(pen, chip.look, texts.get(chip.id) ?? '', box, spriteOf(chip.look, 'glyph'))
  }
}

/** What stands too near to another for a sign: a small square of its colour, the worse over the better. */
export function dotsDrawing(dots: readonly Chip[]): Draw | null {
  if (dots.length === 0) return null
  const inOrder = DOT_ORDER.map(
    (color) => [color, dots.filter(({ look }) => siteColor(look) === color)] as const,
  )
  return ({ context, scale, colorOf, inPixels }) => {
    inPixels()
    for (const [color, all] of inOrder) {
      const fill = (side: number, color: string) => {
        context.fillStyle = colorOf(color)
        // Squares, because thousands of circles take the browser eight times as long.
        for (const { world } of all)
          context.fillRect(
            Math.round(world.x * scale) - side / 2,
            Math.round(world.y * scale) - side / 2,
            side,
            side,
          )
      }
      fill(DOT + 2, '--land-focus')
      fill(DOT, isForced() ? 'CanvasText' : `--status-${color}`)
    }
  }
}

const DOT = 4
const DOT_ORDER = ['unknown', 'open', 'restricted', 'contested', 'cut'] as const

const freshnessOf = ({ reading }: SiteLook): Freshness => reading?.freshness ?? 'unknown'

type Sprite = { canvas: HTMLCanvasElement; size: number }

/** Drawn once for each look, and then stamped wherever it stands. */
function sprite({ colorOf }: Pen, size: number, draw: (context: Pen['context']) => void): Sprite {
  const dots = grain()
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(size * dots)
  canvas.height = canvas.width
  const context = canvas.getContext('2d')
  if (context) {
    context.scale(dots, dots)
    context.fillStyle = colorOf('--sheet')
    draw(context)
  }
  return { canvas, size: canvas.width / dots }
}

function stamp(context: Pen['context'], { canvas, size }: Sprite, x: number, y: number): void {
  context.drawImage(canvas, x - size / 2, y - size / 2, size, size)
}

function glyph(pen: Pen, look: SiteLook, size: number): Sprite {
  return sprite(pen, GLYPH, (context) => drawGlyph(context, pen, look, size))
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

function bareSign(pen: Pen, look: SiteLook): Sprite {
  const isSmall = look.reading !== null
  const edge = EDGES[freshnessOf(look)]
  const inner = isSmall ? SMALL : GLYPH
  const size = inner + 2 + 2 * edge.width
  return sprite(pen, size, (context) => {
    pill(context, pen, { left: 0, top: 0, width: size, height: size }, freshnessOf(look))
    context.translate((size - GLYPH) / 2, (size - GLYPH) / 2)
    drawGlyph(context, pen, look, inner)
  })
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
function letter(pen: Pen, look: SiteLook, text: string, box: Box, sign: Sprite): void {
  const { context, colorOf } = pen
  const isStale = freshnessOf(look) === 'stale'
  pill(context, pen, box, freshnessOf(look))
  context.font = `${isStale ? CHIP_FONT.replace('600', '400') : CHIP_FONT} ${fontFamily()}`
  const wide = text === '' ? 0 : GAP + context.measureText(text).width
  const left = box.left + (box.width - GLYPH - wide) / 2
  const middle = box.top + box.height / 2
  stamp(context, sign, left + GLYPH / 2, middle)
  context.fillStyle = isForced() ? 'CanvasText' : colorOf(isStale ? '--ink-2' : '--ink')
  context.fillText(text, left + GLYPH + GAP, middle + 0.5)
}
