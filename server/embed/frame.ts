import type { EmbedTheme } from '#contract/embed.ts'
import { longDay, moment, shortDay } from '#i18n/format.ts'
import type { Lang } from '#i18n/words.ts'
import { escaped, jsonElement } from '#server/html.ts'
import { serverWords } from '#server/words.ts'
import type { ReadyChart } from './chart.ts'
import { sharingGround } from './shared-ground.ts'
import { drawingsOf, styleOf } from './style.ts'

export type PageParts = {
  ready: ReadyChart
  lang: Lang
  theme: EmbedTheme
  /** Of the drawing, px; null for what suits the width. */
  height: number | null
  /** What the page says to search engines and previews, as HTML. */
  head: string
  /** The instant its figures are pinned to; null when it follows the data. */
  vintage: string | null
  known: string | null
  /** Where the view is opened in the product, and its numbers: from the root. Null where nobody hands them out. */
  links: { open: string; csv: string | null }
  /** Address of the script that adds pointer and keys; null while there is no build. */
  script: string | null
}

/** The page of an embed and its style, of which the policy names the hash. It is whole without its script. */
export function framePage(parts: PageParts): { html: string; style: string } {
  const { ready, lang, theme, head, script } = parts
  const body = article(parts)
  const style = styleOf(theme, ready.chart)
  const html = [
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    script === null ? '' : `<script defer src="${escaped(script)}"></script>`,
    `<style>${style}</style>${head}</head><body>${body}`,
    jsonElement('readings', ready.readings, {}),
    '</body></html>\n',
  ].join('')
  return { html, style }
}

function article(parts: PageParts): string {
  const { ready, lang } = parts
  const say = serverWords(lang)
  const { title, subtitle, mark } = ready
  const label = say(ready.chart === 'corridors' ? 'frame.plot.map' : 'frame.plot', { title })
  return [
    '<main><article aria-labelledby="title">',
    mark === null ? '' : `<p class="demo">${escaped(mark)}</p>`,
    `<h1 id="title">${escaped(title)}</h1><p class="sub">${escaped(subtitle)}</p>`,
    `<div class="plot" data-label="${escaped(label)}">${drawings(parts)}</div>`,
    notes(parts),
    credit(parts),
    foot(parts),
    table(parts),
    '</article></main>',
  ].join('')
}

function drawings({ ready, height }: PageParts): string {
  const drawn = drawingsOf(ready.chart).map(({ name, width }) => {
    const options = { width, height, theme: 'light', standalone: false, frame: 'drawing' } as const
    return { name, width, svg: ready.svg({ ...options, id: name, foot: [] }) }
  })
  return sharingGround(drawn)
    .map(({ name, svg }) => `<div class="${name}">${svg}</div>`)
    .join('')
}

function notes({ ready, lang }: PageParts): string {
  if (ready.notes.length === 0) return ''
  const items = ready.notes.map(
    ({ number, day, text }) =>
      `<li><b>${number}</b><time datetime="${day}">${escaped(shortDay(day, lang, false))}</time> ${escaped(text)}</li>`,
  )
  return `<ol aria-label="${escaped(serverWords(lang)('frame.notes'))}">${items.join('')}</ol>`
}

function credit({ ready }: PageParts): string {
  const lines = ready.credit.map(
    ({ lead, text }) => `<p>${lead === null ? '' : `<b>${escaped(lead)}</b> `}${escaped(text)}</p>`,
  )
  return `<div class="credit">${lines.join('')}</div>`
}

function foot({ ready, lang, vintage, known, links }: PageParts): string {
  const say = serverWords(lang)
  const held = heldWords(ready, { lang, vintage, known })
  const away = (to: string, text: string) =>
    `<a href="${escaped(to)}" target="_blank" rel="noopener">${escaped(text)}</a>`
  return [
    `<p class="foot"><span>${escaped(held)}</span>`,
    away(links.open, say('frame.open')),
    links.csv === null ? '' : ` ${away(links.csv, say('frame.csv'))}`,
    '</p>',
  ].join('')
}

/** What a picture says of its figures: of itself it never changes, whatever it was taken from. */
export function pictureWords(vintage: string | null, known: string | null, lang: Lang): string {
  const say = serverWords(lang)
  return [
    vintage === null ? '' : say('frame.held', { moment: moment(vintage, lang) }),
    known === null ? '' : say('frame.known', { day: longDay(known, lang) }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Whether the figures will change: what a newsroom must know before it prints them. */
function heldWords(
  { chart }: Pick<ReadyChart, 'chart'>,
  { lang, vintage, known }: Pick<PageParts, 'lang' | 'vintage' | 'known'>,
): string {
  const say = serverWords(lang)
  return [
    vintage === null
      ? say(chart === 'corridors' ? 'frame.live.map' : 'frame.live')
      : say('frame.pinned', { moment: moment(vintage, lang) }),
    known === null ? '' : say('frame.known', { day: longDay(known, lang) }),
  ]
    .filter(Boolean)
    .join(' ')
}

function table({ ready, lang }: PageParts): string {
  const say = serverWords(lang)
  const { head, rows } = ready.table
  if (rows.length === 0) return ''
  const cell = (name: string, { text, note }: { text: string; note: string }) =>
    `<${name}>${escaped(text)}${note === '' ? '' : `<small>${escaped(note)}</small>`}</${name.split(' ')[0]}>`
  const label = escaped(say('frame.table.label', { title: ready.title }))
  return [
    `<details><summary>${escaped(say('frame.table'))}</summary>`,
    // It scrolls, so the keyboard must be able to reach it.
    `<div class="table" tabindex="0" role="region" aria-label="${label}"><table><thead><tr>`,
    `<th scope="col">${escaped(ready.rows)}</th>${head.map((each) => cell('th scope="col"', each)).join('')}`,
    '</tr></thead><tbody>',
    ...rows.map(
      ({ period, cells }) =>
        `<tr><th scope="row">${escaped(period)}</th>${cells.map((each) => cell('td', each)).join('')}</tr>`,
    ),
    '</tbody></table></div></details>',
  ].join('')
}
