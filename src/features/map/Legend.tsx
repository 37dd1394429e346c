import { memo, useState } from 'react'
import type { ReactNode } from 'react'
import { CorridorStatus } from '#domain/corridor-status.ts'
import { Freshness } from '#domain/freshness.ts'
import type { SiteReading } from '#domain/site.ts'
import type { Day } from '#domain/time.ts'
import { longDay } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { IncidentSign } from './IncidentSign.tsx'
import { LineSample } from './LineSample.tsx'
import styles from './map.module.css'
import { markSize } from '#figures/map/happening-look.ts'
import { PlaceSymbol } from './PlaceSymbol.tsx'
import { MANY, REACHABLE } from './site-chips.ts'
import { SEVERITIES } from './site-look.ts'
import type { SiteLook } from './site-look.ts'
import { SiteGlyph } from './SiteGlyph.tsx'
import { DOT, DOTS } from './site-shapes.ts'
import { TankerSign } from './TankerSign.tsx'

// A glyph needs a reading only for its words, and a legend has its own.
const reading = {} as SiteReading

/** The lines of the corridors with their words: always in sight. */
export const StatusKey = memo(function StatusKey({ say }: { say: Say }) {
  return (
    <ul className={styles['statuses']} aria-label={say('map.legend.statuses')}>
      {CorridorStatus.options.map((status) => (
        <li key={status}>
          <LineSample status={status} lastKnown={null} width={3} long={28} />
          {say(`status.${status}`)}
        </li>
      ))}
      <li>
        <LineSample status="unknown" lastKnown="contested" width={3} long={28} />
        {say('map.legend.last-known')}
      </li>
    </ul>
  )
})

type Props = {
  at: Day
  /** Places on the map. */
  sites: number
  lang: Lang
  say: Say
}

/** What every line, sign and shade of the map means, at the moment it shows. Written out once it is unfolded. */
export function Legend({ at, sites, lang, say }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details name="map-panel" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('map.legend.title', { day: longDay(at, lang) })}</summary>
      {isOpen && <Keys {...{ sites, say }} />}
    </details>
  )
}

const Keys = memo(function Keys({ sites, say }: Pick<Props, 'sites' | 'say'>) {
  return (
    <div className={`${styles['panel']} ${styles['keys']}`}>
      <Group title={say('map.layer.corridors')}>
        {CorridorStatus.options.map((status) => (
          <Key key={status} text={say(`map.legend.status.${status}`)}>
            <LineSample status={status} lastKnown={null} width={3.5} long={40} />
          </Key>
        ))}
        <Key text={say('map.legend.by-hand')}>
          <LineSample status="open" lastKnown={null} width={2} long={40} />
        </Key>
      </Group>
      <Group title={say('map.legend.waits')}>
        {SEVERITIES.map((severity) => (
          <SiteKey
            key={severity}
            look={{ shows: 'wait', severity, reading }}
            text={say(`map.legend.wait.${severity}`)}
          />
        ))}
        {(['supplied', 'mixed', 'dry', 'queue', 'price'] as const).map((shows) => (
          <SiteKey key={shows} look={{ shows, reading }} text={say(`map.legend.site.${shows}`)} />
        ))}
      </Group>
      {sites > MANY && (
        <Group title={say('map.legend.dots')}>
          {(['open', 'restricted', 'contested', 'cut', 'unknown'] as const).map((color) => (
            <Key key={color} text={say(`map.legend.dot.${color}`)}>
              <Dot color={color} />
            </Key>
          ))}
          <li>
            <p className={styles['crowd']}>{say('map.many', { n: sites, most: REACHABLE })}</p>
          </li>
        </Group>
      )}
      <Group title={say('map.legend.freshness')}>
        {Freshness.options.map((freshness) => (
          <Key key={freshness} text={say(`map.legend.freshness.${freshness}`)}>
            <span className={styles['outline']} data-freshness={freshness} />
          </Key>
        ))}
        {(['capital', 'port', 'border', 'town'] as const).map((symbol) => (
          <Key key={symbol} text={say(`map.legend.symbol.${symbol}`)}>
            <span className={styles['still']}>
              <PlaceSymbol symbol={symbol} />
            </span>
          </Key>
        ))}
      </Group>
      <Group title={say('map.legend.happenings')}>
        <Key text={say('map.legend.incident.full')}>
          <IncidentSign size={markSize(3)} tankers={3} age="recent" claim={false} />
          <IncidentSign size={markSize(40)} tankers={40} age="recent" claim={false} />
        </Key>
        <Key text={say('map.legend.incident.hollow')}>
          <IncidentSign size={16} tankers={null} age="recent" claim={false} />
        </Key>
        <Key text={say('map.legend.incident.claim')}>
          <IncidentSign size={16} tankers={null} age="recent" claim />
        </Key>
        <Key text={say('map.legend.incident.age')}>
          {(['recent', 'month', 'older'] as const).map((age) => (
            <IncidentSign key={age} size={16} tankers={1} age={age} claim={false} />
          ))}
        </Key>
        <Key text={say('map.legend.area')}>
          <span className={styles['disc']} />
        </Key>
        <Key text={say('map.legend.convoy')}>
          <span className={styles['truck']}>
            <TankerSign />
          </span>
        </Key>
      </Group>
    </div>
  )
})

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <p>{title}</p>
      <ul>{children}</ul>
    </div>
  )
}

function Key({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li>
      <span className={styles['sample']}>{children}</span>
      <span>{text}</span>
    </li>
  )
}

function Dot({ color }: { color: keyof typeof DOTS }) {
  return (
    <svg width={DOT} height={DOT} aria-hidden="true" fill={`var(--status-${color})`}>
      {DOTS[color].map(([x, y, width, height]) => (
        <rect key={`${x} ${y}`} {...{ x, y, width, height }} />
      ))}
    </svg>
  )
}

function SiteKey({ look, text }: { look: SiteLook; text: string }) {
  return (
    <Key text={text}>
      <SiteGlyph look={look} />
    </Key>
  )
}
