import { freshnessLimits } from '#domain/freshness.ts'
import { REPORT_KINDS } from '#domain/report.ts'
import type { Say } from '#i18n/words.ts'
import { FreshnessMark } from '#ui/FreshnessMark.tsx'
import { Wide } from './Wide.tsx'

const LIVING = ['fresh', 'ageing', 'stale'] as const
const SOURCES = [
  ['field', 'minute'],
  ['press', 'day'],
] as const

/** How long each kind of report may speak: read from the rule itself, so that the page cannot lag behind it. */
export function FreshnessLimits({ say }: { say: Say }) {
  return (
    <Wide label={say('method.freshness')}>
      <table>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {say('method.freshness.kind')}
            </th>
            {SOURCES.map(([source]) => (
              <th key={source} scope="colgroup" colSpan={LIVING.length}>
                {say(`method.freshness.${source}`)}
              </th>
            ))}
          </tr>
          <tr>
            {SOURCES.flatMap(([source]) =>
              LIVING.map((each) => (
                <th key={`${source} ${each}`} scope="col">
                  <FreshnessMark freshness={each} say={say} />
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {REPORT_KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row">{say(`kind.${kind}`)}</th>
              {SOURCES.flatMap(([source, precision]) =>
                freshnessLimits(kind, precision).map((hours, index) => (
                  <td key={`${source} ${LIVING[index]}`}>
                    {say('method.freshness.until', { limit: span(hours, say) })}
                  </td>
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function span(hours: number, say: Say): string {
  return hours >= 48 && hours % 24 === 0
    ? say('method.freshness.days', { n: hours / 24 })
    : say('method.freshness.hours', { n: hours })
}
