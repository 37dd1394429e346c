import { memo } from 'react'
import type { Metric } from '#domain/series.ts'
import { Button, ChipLink } from '#ui/Button.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import { CsvButton } from './CsvButton.tsx'

type Props = Pick<ScreenPart, 'view' | 'dataMode' | 'reader' | 'say' | 'onOpen' | 'share'> & {
  metrics: readonly Metric[]
}

/** What can be done with a chart besides reading it: its numbers as a file, what stands behind it, a link to it. */
export const Tools = memo(function Tools(props: Props) {
  const { metrics, view, dataMode, reader, say, onOpen, share } = props
  const isOne = metrics.length === 1
  return (
    <>
      {metrics.map((id) => (
        <CsvButton
          key={id}
          metric={id}
          view={view}
          dataMode={dataMode}
          reader={reader}
          say={say}
          label={
            isOne ? say('charts.csv') : say('charts.csv.what', { what: say(`charts.what.${id}`) })
          }
        />
      ))}
      {metrics.map((id) => (
        <Button key={id} look="link" onClick={() => onOpen({ kind: 'series', id })}>
          {isOne
            ? say('charts.stand')
            : say('charts.stand.what', { what: say(`charts.what.${id}`) })}
        </Button>
      ))}
      {metrics.map((id) => {
        const words = say('share.what', { what: say(`charts.what.${id}`) })
        return (
          <ChipLink key={id} href={share(id)} label={words}>
            {isOne ? say('share.link') : words}
          </ChipLink>
        )
      })}
    </>
  )
})
