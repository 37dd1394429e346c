import { memo, useMemo } from 'react'
import type { Day } from '#domain/time.ts'
import { shortDay } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import type { Placed } from '#figures/map/clusters.ts'
import { titleOf } from '#figures/map/facts-words.ts'
import { ageOf, daysSince, markSize, tankersLost } from '#figures/map/happening-look.ts'
import type { Age } from '#figures/map/happening-look.ts'
import { areasDrawing } from './areas.ts'
import type { AreaLook } from './areas.ts'
import { sameItems, useSame } from './use-same.ts'
import { useDrawing } from './use-drawing.ts'
import { IncidentSign } from './IncidentSign.tsx'
import styles from './map.module.css'
import { Mark } from './Mark.tsx'
import type { Places } from '#figures/map/spot.ts'
import { tollText } from '#figures/map/toll-words.ts'

type Props = {
  placed: readonly Placed[]
  /** What lies clear of other marks: the rest is for the eye only, and in the list. */
  pressable: ReadonlySet<string>
  at: Day
  places: Places
  lang: Lang
  say: Say
  onChoose: (id: string) => void
}

/** Each incident as the area it lies in: a rough position must never look like a point. */
export function IncidentLayer({ placed, pressable, at, places, lang, say, onChoose }: Props) {
  const ages = useSame(
    placed.map(({ happening }) => ageOf(daysSince(happening, at))),
    sameItems,
  )
  useDrawing(
    'sites',
    1,
    useMemo(() => areasDrawing(placed, (_, nth) => areaLook(ages[nth] ?? 'older')), [placed, ages]),
  )
  return placed
    .map((each, nth) => (
      <IncidentMark
        key={each.happening.id}
        placed={each}
        age={ages[nth] ?? 'older'}
        isPressable={pressable.has(each.happening.id)}
        {...{ places, lang, say, onChoose }}
      />
    ))
    .toReversed()
}

type MarkProps = Pick<Props, 'places' | 'lang' | 'say' | 'onChoose'> & {
  placed: Placed
  age: Age
  isPressable: boolean
}

/** Another day leaves most of them as they are. */
const IncidentMark = memo(function IncidentMark(props: MarkProps) {
  const { placed, age, isPressable, places, lang, say, onChoose } = props
  const { happening, spot, aside } = placed
  const { id, claim, period } = happening
  const lost = tankersLost(happening)
  const sign = <IncidentSign size={markSize(lost)} tankers={lost} age={age} claim={claim} />
  if (!isPressable)
    return (
      <Mark lat={spot.lat} lon={spot.lon} front={150}>
        <span className={styles['spot']} style={{ left: aside }} aria-hidden="true">
          {sign}
        </span>
      </Mark>
    )
  return (
    <Mark lat={spot.lat} lon={spot.lon} front={200}>
      <button
        type="button"
        className={styles['spot']}
        style={{ left: aside }}
        data-mark={`event ${id}`}
        aria-haspopup="dialog"
        aria-label={[
          titleOf(happening, places, lang, say),
          shortDay(period.from, lang, true),
          tollText(happening, lang, say),
          ...(claim ? [say('map.claim')] : []),
        ].join(', ')}
        onClick={() => onChoose(id)}
      >
        {sign}
      </button>
    </Mark>
  )
})

function areaLook(age: Age): AreaLook {
  const strength = { recent: 1, month: 0.7, older: 0.4 }[age]
  return { color: '--status-cut', dash: [2, 4], opacity: 0.5 * strength, fill: 0.14 * strength }
}
