import { CHARTS, EMBED_THEMES } from '#contract/embed.ts'
import type { Chart, EmbedTheme } from '#contract/embed.ts'
import { PALETTE } from '#figures/svg/palette.ts'
import type { Theme } from '#figures/svg/palette.ts'

type Drawing = { name: string; width: number; from: number }

/**
 * The drawings that a page holds, the narrowest first: each is shown from its own width of the frame on, so that its
 * letters are never too small on a phone nor too large across a page, with no script to draw anew.
 */
const OF_FIGURES: readonly Drawing[] = [
  { name: 'n', width: 340, from: 0 },
  { name: 'c', width: 620, from: 480 },
  { name: 'w', width: 940, from: 860 },
]
/** Coasts and borders are most of the page: a little narrower, they are a good part fewer bytes. */
const OF_MAPS: readonly Drawing[] = [
  { name: 'n', width: 340, from: 0 },
  { name: 'c', width: 540, from: 480 },
  { name: 'w', width: 780, from: 740 },
]

export function drawingsOf(chart: Chart): readonly Drawing[] {
  return chart === 'corridors' ? OF_MAPS : OF_FIGURES
}

const SHEET = `
:root{--sans:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',sans-serif;--serif:ui-serif,Georgia,'Noto Serif','Liberation Serif','Times New Roman',serif}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:13px/1.45 var(--sans);-webkit-text-size-adjust:100%}
article{padding:8px 12px 10px;border-top:2px solid var(--ink);overflow-wrap:break-word}
h1{margin:0;font:700 18px/1.22 var(--serif);text-wrap:balance}
p{margin:4px 0 0}
.sub{color:var(--ink-2)}
.demo{display:inline-block;margin:0 0 6px;padding:1px 8px;border:1px solid var(--warn);background:var(--warn-wash);color:var(--warn);font-weight:600}
.plot{position:relative;margin:10px 0 0;touch-action:pan-y}
.plot:focus-visible,a:focus-visible,summary:focus-visible,.table:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.plot svg{display:block;width:100%;height:auto;overflow:visible}
.plot text{font-variant-numeric:tabular-nums}
.plot>div{display:none}
.plot>.at,.plot>.tip,.plot>.ring{display:block}
[hidden]{display:none!important}
ol{display:flex;flex-wrap:wrap;gap:2px 16px;margin:8px 0 0;padding:0;list-style:none;color:var(--ink-2);font-size:12px}
ol b,.tip b.no{display:inline-block;width:15px;height:15px;margin-inline-end:4px;border-radius:50%;background:var(--ink-2);color:var(--paper);font:600 10px/15px var(--sans);text-align:center}
.credit{margin-top:8px;padding-top:5px;border-top:1px solid var(--line);color:var(--ink-3);font-size:12px}
.credit b{color:var(--ink-2)}
.foot{display:flex;flex-wrap:wrap;gap:2px 14px;align-items:baseline;color:var(--ink-3);font-size:12px}
.foot span{flex:1 1 16em;color:var(--ink-2)}
.foot a,summary{display:inline-block;min-height:24px;line-height:24px}
a{color:var(--accent)}
.brand{font:700 14px/24px var(--serif);color:var(--ink)}
details{margin-top:2px;font-size:12px}
summary{cursor:pointer;color:var(--accent)}
.table{max-height:320px;overflow:auto;border-block:1px solid var(--line)}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:3px 8px;border-bottom:1px solid var(--line);text-align:end;vertical-align:top}
th:first-child{text-align:start;font-weight:400;white-space:nowrap}
th small,td small{display:block;color:var(--ink-2);font-weight:400}
thead th{position:sticky;top:0;background:var(--paper);color:var(--ink-2);font-weight:600}
.at{position:absolute;width:0;border-left:1px solid var(--accent);pointer-events:none}
.ring{position:absolute;border:2px solid var(--accent);border-radius:6px;pointer-events:none}
.tip{position:absolute;z-index:1;top:4px;width:max-content;max-width:min(17rem,64%);margin:0 8px;padding:6px 8px;border:1px solid var(--line-strong);border-radius:3px;background:var(--paper);color:var(--ink);font-size:12px;line-height:1.35;box-shadow:0 2px 8px rgb(0 0 0/.18);pointer-events:none}
.tip p{margin:3px 0 0}
.tip i{display:inline-block;width:9px;height:9px;margin-inline-end:5px}
.tip small{display:block;color:var(--ink-2)}
@media (min-width:480px){h1{font-size:21px}}
@media (min-width:860px){article{padding:10px 14px 12px}h1{font-size:25px}.sub,.foot,.credit,ol,details{font-size:14px}}
`
  .trim()
  .replaceAll('\n', '')

/**
 * The style of a page, in the theme asked for: one of a few, whatever the page shows. Where a page is shown inside another,
 * it is the outer one's policy that has to name the style beforehand.
 */
export function styleOf(theme: EmbedTheme, chart: Chart): string {
  const sheet = SHEET + shown(drawingsOf(chart))
  const root = (of: Theme) => `:root{color-scheme:${of};${coloursOf(of)}}`
  if (theme !== 'auto') return root(theme) + sheet
  return `${root('light')}@media (prefers-color-scheme:dark){${root('dark')}}${sheet}`
}

/** All the styles there are. */
export function allStyles(): string[] {
  return EMBED_THEMES.flatMap((theme) => [...new Set(CHARTS.map((chart) => styleOf(theme, chart)))])
}

function coloursOf(theme: Theme): string {
  return Object.entries(PALETTE[theme])
    .map(([name, value]) => `${name}:${value}`)
    .join(';')
}

/** One drawing at a time: from its own width up to the next one's. */
function shown(drawings: readonly Drawing[]): string {
  return drawings
    .map(({ name, from }, index) => {
      const to = drawings[index + 1]?.from
      const above = from === 0 ? '' : ` and (min-width:${from}px)`
      const below = to === undefined ? '' : ` and (max-width:${to - 0.02}px)`
      return `@media all${above}${below}{.plot>.${name}{display:block}}`
    })
    .join('')
}
