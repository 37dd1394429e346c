import type { Period } from '#domain/time.ts'
import { isoWeekOf, lengthInDays } from '#domain/time.ts'
import { longDay, longMonth, period } from '#i18n/format.ts'
import { creditOf } from './credit-of.ts'
import { isKnown, isTold } from './figure.ts'
import type { Figure, FigureLine, Mark, Panel, Scene } from './figure.ts'
import { markOf } from './svg/mark.ts'

/** More than this is not listened to; the table has the rest. */
const MOST = 6

/** A figure of a period: how large, and as it is written. */
type Told = Period & { value: number; text: string }

/**
 * What a chart shows, for those who do not see it: its kind, what its title says, for each line the highest and
 * the latest figure and how many weeks are without one, and who says so.
 */
export function altText(figures: readonly [Figure, ...Figure[]], scene: Scene): string {
  const { say } = scene
  const [lead] = figures
  const lines = figures.flatMap((figure) =>
    figure.panels.flatMap((panel) => linesOf(figure, panel, scene)),
  )
  const titles = figures.map(({ title }) => title).join(say('embed.alt.between'))
  const sentences = [
    markOf(figures)?.concat('.'),
    say('embed.alt.kind', { kind: lead.id, title: titles }),
    ...lines.slice(0, MOST),
    lines.length > MOST && say('embed.alt.more', { n: lines.length - MOST }),
    ...(figures.every(({ empty }) => empty)
      ? lead.missing.slice(0, 1).map(() => missingOf(lead, scene))
      : []),
    ...creditOf(figures, scene, [])
      .slice(0, figures.length)
      .map(({ lead: what, text }) =>
        what === null ? text : say('embed.alt.credit', { what, text }),
      ),
  ]
  return sentences.filter(Boolean).join(' ')
}

function missingOf({ missing }: Figure, { say }: Scene): string {
  return `${say('charts.empty.what')} ${missing.join(', ')}.`
}

/** What a panel says: a sentence for its bars together, or for each line. */
function linesOf(figure: Figure, panel: Panel, scene: Scene): string[] {
  const { say } = scene
  const bars = panel.lines.filter(({ role }) => role === 'bars')
  const others = panel.lines.filter(({ role }) => role !== 'bars')
  const named = (name: string) =>
    panel.unit === '' ? name : say('embed.alt.name', { name, unit: panel.unit })
  const stacked =
    bars.length === 0
      ? []
      : [
          sentenceOf(
            named(
              bars.length === 1 ? (bars[0]?.name ?? '') : capital(say(`charts.what.${figure.id}`)),
            ),
            stackedOf(panel, bars),
            gapsOf(bars),
            scene,
          ),
        ]
  return [
    ...stacked,
    ...others.map((line) => {
      const name = panel.isRow ? (panel.title ?? line.name) : named(line.name)
      if (line.role === 'step') return stepOf(name, line, scene)
      if (line.role === 'gauges') return latestOf(name, line, scene)
      return sentenceOf(
        name,
        line.marks.flatMap(toldOf),
        line.role === 'line' ? gapsOf([line]) : { ...gapsOf([line]), gaps: 0 },
        scene,
      )
    }),
  ]
}

/** The totals of stacked bars, which the panel writes at them; of a single line its own figures. */
function stackedOf({ labels }: Panel, bars: readonly FigureLine[]): Told[] {
  const [only] = bars
  if (bars.length === 1 && only) return only.marks.flatMap(toldOf)
  return labels.map(({ from, to, value, text }) => ({ from, to, value, text }))
}

function toldOf(mark: Mark): Told[] {
  const { from, to, low, best, high, said } = mark
  const value = best ?? high ?? low
  return value === null ? [] : [{ from, to, value, text: said }]
}

type Gaps = { gaps: number; withheld: number; weeks: number }

/** Periods that none of the lines has a figure for, of all they have: those nobody told of, and those withheld. */
function gapsOf(lines: readonly FigureLine[]): Gaps {
  const marks = lines.flatMap((line) => line.marks)
  const weeks = new Set(marks.map(({ from }) => from))
  const known = new Set(marks.filter(isKnown).map(({ from }) => from))
  const few = marks.filter(({ from, n }) => n === null && !known.has(from))
  const withheld = new Set(few.map(({ from }) => from)).size
  return { gaps: weeks.size - known.size - withheld, withheld, weeks: weeks.size }
}

function gapsText(missing: Gaps | null, { say }: Scene): string {
  if (missing === null) return ''
  const { gaps, withheld, weeks } = missing
  return [
    gaps > 0 ? say('embed.alt.gaps', { gaps, weeks }) : '',
    withheld > 0 ? say('embed.alt.withheld', { withheld, weeks }) : '',
  ].join('')
}

function sentenceOf(
  name: string,
  told: readonly Told[],
  missing: Gaps | null,
  scene: Scene,
): string {
  const { say } = scene
  const latest = inOrder(told).at(-1)
  if (!latest) return say('embed.alt.none', { name })
  const highest = told.reduce((best, each) => (each.value > best.value ? each : best), latest)
  const gaps = gapsText(missing, scene)
  const values = { name, gaps, latest: latest.text, when: whenText(latest, scene) }
  if (told.length === 1) return say('embed.alt.one', values)
  if (highest === latest) return say('embed.alt.peak', values)
  const highestWhen = whenText(highest, scene)
  return say('embed.alt.many', { ...values, highest: highest.text, highestWhen })
}

/** What stays in force is told by how it began and how it ended. */
function stepOf(name: string, { marks }: FigureLine, { say }: Scene): string {
  const told = marks.filter(isTold)
  const [first, latest] = [told[0], told.at(-1)]
  if (!first || !latest) return say('embed.alt.none', { name })
  return first.said === latest.said
    ? say('embed.alt.step', { name, latest: latest.said })
    : say('embed.alt.steps', { name, first: first.said, latest: latest.said })
}

/** Shares that sources give in words have no highest. */
function latestOf(name: string, { marks }: FigureLine, scene: Scene): string {
  const told = inOrder(marks.flatMap(toldOf))
  const latest = told.at(-1)
  if (!latest) return scene.say('embed.alt.none', { name })
  const values = { name, latest: latest.text, when: whenText(latest, scene), n: told.length }
  return scene.say('embed.alt.latest', values)
}

function inOrder(told: readonly Told[]): Told[] {
  return told.toSorted((a, b) => a.to.localeCompare(b.to) || a.from.localeCompare(b.from))
}

/** The day, the week of a Monday, the month, or the days, with their year: a window may hold two. */
function whenText(days: Period, { lang, say }: Scene): string {
  const { from, to } = days
  if (from === to) return longDay(from, lang)
  if (lengthInDays(days) === 7 && isoWeekOf(from).to === to)
    return say('embed.when.week', { day: longDay(from, lang) })
  const isMonth = lengthInDays(days) >= 28 && from.slice(0, 7) === to.slice(0, 7)
  return isMonth ? longMonth(from, lang) : period(days, lang)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
