import { memo, useMemo } from 'react'
import type { Box } from '#figures/map/declutter.ts'
import { readingText } from '#figures/map/facts-words.ts'
import type { Places } from '#figures/map/spot.ts'
import { nameOf } from '#i18n/place-name.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { areasDrawing } from './areas.ts'
import styles from './map.module.css'
import { Mark } from './Mark.tsx'
import type { Chip } from './site-chips.ts'
import { SiteGlyph } from './SiteGlyph.tsx'
import { useDrawing } from './use-drawing.ts'

export type SitesProps = {
  chips: readonly Chip[]
  /** What stands so near to those that it has no sign. */
  dots: readonly Chip[]
  /** The few characters beside each sign. */
  texts: ReadonlyMap<string, string>
  /** Room for each chip; a site without one shows its sign alone. */
  room: ReadonlyMap<string, Box>
  /** What lies clear of other marks: the rest, and what is not known, is for the eye only. */
  pressable: ReadonlySet<string>
  places: Places
  lang: Lang
  say: Say
  onChoose: (place: string) => void
}

/** What is known at each place: the wait, else the state of its stations, else the price, and how fresh that is. */
export const SiteLayer = memo(function SiteLayer(props: SitesProps) {
  const { chips, texts, room, pressable, places, lang, say, onChoose } = props
  useSiteAreas(chips)
  return chips.map((chip) => {
    const { id, site, spot, look } = chip
    const box = room.get(id)
    const text = texts.get(id) ?? ''
    const { reading } = look
    const freshness = reading?.freshness ?? 'unknown'
    const bare = (
      <span className={styles['sign']} data-small={reading !== null}>
        <SiteGlyph look={look} />
      </span>
    )
    if (!reading || !pressable.has(id))
      return (
        <Mark key={site.place} lat={spot.lat} lon={spot.lon} front={100}>
          <span className={styles['spot']} data-freshness={freshness} aria-hidden="true">
            {bare}
          </span>
        </Mark>
      )
    return (
      <Mark key={site.place} lat={spot.lat} lon={spot.lon} front={300}>
        <button
          type="button"
          className={box ? styles['chip'] : styles['spot']}
          style={box ? { left: box.left, top: box.top, width: box.width } : undefined}
          data-mark={id}
          data-freshness={freshness}
          aria-haspopup="dialog"
          aria-label={siteName(chip, box ? text : '', places, lang, say)}
          onClick={() => onChoose(site.place)}
        >
          {box ? (
            <>
              <SiteGlyph look={look} />
              {text}
            </>
          ) : (
            bare
          )}
        </button>
      </Mark>
    )
  })
})

/** Where a site is known only roughly, the area it lies in. */
export function useSiteAreas(chips: readonly Chip[]): void {
  useDrawing(
    'sites',
    0,
    useMemo(() => areasDrawing(chips, () => AREA), [chips]),
  )
}

const AREA = { color: '--ink-3', dash: [3, 3], opacity: 1, fill: 0.08 }

/** The place, what it has and how old that is, in words. */
export function siteName(
  { site, look }: Chip,
  text: string,
  places: Places,
  lang: Lang,
  say: Say,
): string {
  const place = places.get(site.place)
  const { reading } = look
  return [
    place ? nameOf(place, lang) : site.place,
    // What is read on the chip is in its name too, for who speaks to the screen.
    ...(text ? [text] : []),
    ...(reading ? [readingText(reading, lang, say)] : []),
    say(`freshness.${reading?.freshness ?? 'unknown'}`),
  ].join(', ')
}
