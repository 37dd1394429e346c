import type { CreditLine } from '#figures/credit-of.ts'
import { markChip } from './mark.ts'
import { widthOf } from './measure.ts'
import { headline, paragraph } from './prose.ts'
import { SANS, stack, text } from './sheet.ts'
import type { Block, Sheet, SvgOptions } from './sheet.ts'
import { el, escapeXml, num, path } from './xml.ts'

type Words = {
  mark: string | null
  title: string
  /** Titles of the figures that are drawn with the first. */
  others: readonly string[]
  subtitle: string
  credit: readonly CreditLine[]
  /** All of it in a sentence or two, for those who do not see it. */
  alt: string
}

/** The name of the product: the same in every language. */
const BRAND = 'Jauge'

/** Lays a picture out: what it says, its body, who says so. `body` is made for the height that is left to it. */
export function framed(
  sheet: Sheet,
  options: SvgOptions,
  words: Words,
  body: (height: number | null) => Block,
): string {
  if (options.frame === 'drawing') {
    const drawn = body(options.height)
    return document(sheet, options, words, drawn.height, drawn.draw(0))
  }
  const { margin } = sheet.type
  const [head, feet] = [headOf(sheet, words), feetOf(sheet, words, options.foot)]
  const left =
    options.height === null ? null : options.height - head.height - feet.height - 2 * margin - 16
  const whole = stack([
    { ...head, gap: 0 },
    { ...body(left), gap: 10 },
    { ...feet, gap: 10 },
  ])
  const height = whole.height + 2 * margin - 4
  const rule = el('path', {
    d: path('M', margin, margin - 4, 'h', sheet.width),
    stroke: sheet.colour('--ink'),
    'stroke-width': 1.5,
  })
  const inside = el('g', { transform: `translate(${num(margin)} 0)` }, whole.draw(margin + 4))
  return document(sheet, options, words, height, rule + inside)
}

function headOf(sheet: Sheet, { mark, title, others, subtitle }: Words): Block {
  const { title: size, second, text: small } = sheet.type
  const under = { size: small, leading: small * 1.36, colour: '--ink-2', width: sheet.width }
  return stack([
    ...(mark === null ? [] : [{ ...markChip(sheet, mark), gap: 0 }]),
    { ...headline(sheet, title, size), gap: 8 },
    ...others.map((other) => ({ ...headline(sheet, other, second), gap: 7 })),
    { ...paragraph(sheet, [{ text: subtitle, face: 'sans' }], under), gap: 5 },
  ])
}

/** Sources, dates and caveats, then the frame's own last words beside the name. */
function feetOf(sheet: Sheet, { credit }: Words, foot: readonly string[]): Block {
  const { small: size } = sheet.type
  const style = { size, leading: size * 1.4, colour: '--ink-3', width: sheet.width }
  const brand = size + 3
  const beside = sheet.width - widthOf(BRAND, 'serif', brand) - 16
  const last = stack(
    (foot.length > 0 ? foot : ['']).map((line) => ({
      ...paragraph(sheet, [{ text: line, face: 'sans' }], { ...style, width: beside }),
      gap: 0,
    })),
  )
  const height = Math.max(last.height, brand * 1.3)
  const rule: Block = {
    height: 1,
    draw: (y) =>
      el('path', { d: path('M', 0, y + 0.5, 'h', sheet.width), stroke: sheet.colour('--line') }),
  }
  const name = (y: number) =>
    text(sheet, sheet.width, y + height - brand * 0.3, BRAND, {
      size: brand,
      face: 'serif',
      anchor: 'end',
      colour: '--ink',
    })
  return stack([
    { ...rule, gap: 0 },
    ...credit.map(({ lead, text: words }) => ({
      ...paragraph(
        sheet,
        lead === null
          ? [{ text: words, face: 'sans' }]
          : [
              { text: lead, face: 'strong' },
              { text: ` ${words}`, face: 'sans' },
            ],
        style,
      ),
      gap: 4,
    })),
    { height, draw: (y) => last.draw(y + height - last.height) + name(y), gap: 6 },
  ])
}

function document(
  sheet: Sheet,
  { width, standalone }: SvgOptions,
  { title, alt }: Words,
  height: number,
  inside: string,
): string {
  const whole = Math.ceil(height)
  const [titleId, altId] = [`${sheet.id}-title`, `${sheet.id}-alt`]
  const background = standalone
    ? el('rect', { width, height: whole, fill: sheet.colour('--paper') })
    : ''
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height: whole,
      viewBox: `0 0 ${num(width)} ${whole}`,
      role: 'img',
      // On a page a title element would show as a tooltip wherever the pointer rests.
      ...(standalone
        ? { 'aria-labelledby': `${titleId} ${altId}` }
        : { 'aria-label': title, 'aria-describedby': altId }),
      'font-family': SANS[standalone ? 'file' : 'page'],
    },
    standalone ? el('title', { id: titleId }, escapeXml(title)) : '',
    el('desc', { id: altId }, escapeXml(alt)),
    background,
    inside,
  )
}
