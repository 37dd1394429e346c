import { HEIGHTS } from '#contract/embed.ts'
import type { Say } from '#i18n/words.ts'
import { Choice } from './Choice.tsx'
import { isHeight } from './studio-state.ts'
import type { Studio } from './studio-state.ts'
import styles from './studio.module.css'

/** Tall enough for every chart, and shorter than a screen. */
const USUAL_HEIGHT = 400

type Props = { studio: Studio; say: Say; onStudio: (patch: Partial<Studio>) => void }

/** Whether the drawing is as high as suits its width, or as high as the reader's page wants it. */
export function HeightChoice({ studio: { height }, say, onStudio }: Props) {
  return (
    <Choice
      legend={say('studio.height')}
      value={height === undefined ? 'auto' : 'fixed'}
      options={[
        { value: 'auto', label: say('studio.height.auto') },
        { value: 'fixed', label: say('studio.height.fixed') },
      ]}
      onChoose={(next) => onStudio({ height: next === 'auto' ? undefined : USUAL_HEIGHT })}
    >
      {height !== undefined && (
        <label className={styles['pixels']}>
          <input
            type="number"
            defaultValue={height}
            {...HEIGHTS}
            step={10}
            onChange={({ target }) => {
              // While a number is being typed it may not be one that fits.
              if (isHeight(target.valueAsNumber)) onStudio({ height: target.valueAsNumber })
            }}
          />
          <span>{say('studio.height.px', HEIGHTS)}</span>
        </label>
      )}
    </Choice>
  )
}
