import { Circle, Pane } from 'react-leaflet'
import type { Site } from '#domain/site.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { nameOf } from '#i18n/place-name.ts'
import type { Box } from '#figures/map/declutter.ts'
import { readingText } from '#figures/map/facts-words.ts'
import styles from './map.module.css'
import { Mark } from './Mark.tsx'
import { siteLook } from './site-look.ts'
import { SiteGlyph } from './SiteGlyph.tsx'
import { AREA_FROM_METRES } from '#figures/map/spot.ts'
import type { Places, Spot } from '#figures/map/spot.ts'
import { chipId } from './use-room.ts'

type Props = {
  sites: readonly { site: Site; spot: Spot; text: string }[]
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
export function SiteLayer({ sites, room, pressable, places, lang, say, onChoose }: Props) {
  return (
    <>
      <Pane name="site-areas" style={{ zIndex: 425 }}>
        {sites
          .filter(({ spot }) => spot.radiusMetres >= AREA_FROM_METRES)
          .map(({ site, spot }) => (
            <Circle
              key={site.place}
              center={[spot.lat, spot.lon]}
              radius={spot.radiusMetres}
              interactive={false}
              pathOptions={{
                color: 'var(--ink-3)',
                weight: 1,
                dashArray: '3 3',
                fillOpacity: 0.08,
              }}
            />
          ))}
      </Pane>
      {sites.map(({ site, spot, text }) => {
        const look = siteLook(site)
        const place = places.get(site.place)
        const box = room.get(chipId(site))
        const reading = look.reading
        const freshness = reading?.freshness ?? 'unknown'
        const bare = (
          <span className={styles['sign']} data-small={reading !== null}>
            <SiteGlyph look={look} />
          </span>
        )
        if (!reading || !pressable.has(chipId(site)))
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
              data-mark={`site ${site.place}`}
              data-freshness={freshness}
              aria-haspopup="dialog"
              aria-label={[
                place ? nameOf(place, lang) : site.place,
                // What is read on the chip is in its name too, for who speaks to the screen.
                ...(box && text ? [text] : []),
                readingText(reading, lang, say),
                say(`freshness.${freshness}`),
              ].join(', ')}
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
      })}
    </>
  )
}
