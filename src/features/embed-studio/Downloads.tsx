import { chartFile } from '#api/embeds.ts'
import type { PictureSize, SpokenEmbed } from '#api/embeds.ts'
import type { Format } from '#contract/embed.ts'
import { ApiFailure } from '#contract/failure.ts'
import { fileStem } from '#domain/data-mode.ts'
import type { DataMode } from '#domain/data-mode.ts'
import type { Window } from '#domain/situation.ts'
import type { Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import { failureWords } from '#ui/failure-words.ts'
import { useDownload } from '#ui/use-download.ts'
import { paintPng } from './paint-png.ts'
import styles from './studio.module.css'

type Props = {
  embed: SpokenEmbed
  /** Of the pictures, px. */
  width: number
  /** The window of the chart; null until it has come. */
  window: Window | null
  dataMode: DataMode
  say: Say
}

const FILES = [
  { id: 'png1', format: 'png', scale: 1 },
  { id: 'png2', format: 'png', scale: 2 },
  { id: 'svg', format: 'svg', scale: 1 },
  { id: 'csv', format: 'csv', scale: 1 },
  { id: 'json', format: 'json', scale: 1 },
] as const

/** The same chart as files: pictures as wide as the preview, and its numbers. */
export function Downloads(props: Props) {
  const { width, say } = props
  return (
    <div className={styles['files']}>
      <div className={styles['row']} role="group" aria-label={say('studio.save')}>
        <span className={styles['verb']} aria-hidden="true">
          {say('studio.save')}
        </span>
        {FILES.map((file) => (
          <FileButton key={file.id} {...props} {...file} />
        ))}
      </div>
      <p className={styles['note']}>{say('studio.save.width', { width })}</p>
    </div>
  )
}

function FileButton(props: Props & (typeof FILES)[number]) {
  const { embed, width, window, dataMode, say, id, format, scale } = props
  const { busy, error, start } = useDownload(async () => {
    const { content, type } = await fetched(embed, format, { width, scale })
    const days = window === null ? '' : `-${window.from}-${window.to}`
    const name = `${fileStem(dataMode, 'public')}-${embed.chart}${days}${scale === 2 ? '-2x' : ''}.${format}`
    return { content, type, name }
  })
  return (
    <>
      <Button
        disabled={busy}
        aria-label={say('studio.save.what', { what: say(`studio.save.${id}`) })}
        onClick={start}
      >
        {say(`studio.save.${id}`)}
      </Button>
      {error !== null && (
        <span role="alert" className={styles['failed']}>
          {error instanceof Unpainted
            ? say('studio.save.unpainted')
            : say('studio.save.failed', { why: failureWords(error, say) })}
        </span>
      )}
    </>
  )
}

class Unpainted extends Error {}

async function fetched(
  embed: SpokenEmbed,
  format: Format,
  size: PictureSize,
): Promise<{ content: Blob; type: string }> {
  try {
    return await chartFile(embed, format, size)
  } catch (error) {
    if (format !== 'png' || !isNotImplemented(error)) throw error
    const { content } = await chartFile(embed, 'svg', size)
    const painted = await paintPng(content, size.scale).catch((cause: unknown) => {
      throw new Unpainted('', { cause })
    })
    return { content: painted, type: 'image/png' }
  }
}

function isNotImplemented(error: unknown): boolean {
  if (!(error instanceof ApiFailure) || error.failure.kind !== 'problem') return false
  return error.failure.problem.status === 501
}
