import { useState, useSyncExternalStore } from 'react'
import { dayOf } from '#domain/time.ts'
import type { Instant } from '#domain/time.ts'
import { dayAndMonth, moment } from '#i18n/format.ts'
import type { Lang, Say } from '#i18n/words.ts'
import { DEMO_ROLES, SPEEDS } from '#mocks/demo/demo.ts'
import type { Demo, Speed } from '#mocks/demo/demo.ts'
import { SCENARIOS } from '#mocks/simulator/scenario.ts'
import { Button } from '#ui/Button.tsx'
import { Select } from '#ui/Select.tsx'
import styles from './demo-bar.module.css'
import { DemoPanel } from './DemoPanel.tsx'
import type { PanelProps } from './Settings.tsx'

const USUAL_SPEED: Speed = 60

type Props = {
  demo: Demo
  lang: Lang
  say: Say
  /** Where the real product is; null where there is none beside this demo. */
  home: string | null
  onRestart: PanelProps['onRestart']
}

/** The band over every page of the demo: that it is one, what its clock says, and what can be changed about it. */
export function DemoBar({ demo, lang, say, home, onRestart }: Props) {
  const state = useSyncExternalStore(demo.subscribe, demo.state)
  const [isOpen, setOpen] = useState(false)
  const [atFirst] = useState(state.reports)
  const { scenario, seed, role, reports } = state
  const fresh = reports - atFirst
  const panel = { demo, state, lang, say, onRestart }
  return (
    <>
      <section className={styles['bar']} aria-label={say('demo.bar.label')}>
        <strong className={styles['mark']}>{say('demo.mark')}</strong>
        <Clock demo={demo} speed={state.speed} now={state.now} lang={lang} say={say} />
        <div className={styles['choices']}>
          <Select
            label={say('demo.scenario')}
            value={scenario}
            active={false}
            onChange={(value) => {
              const next = SCENARIOS.find((each) => each === value)
              if (next) onRestart({ scenario: next, seed })
            }}
          >
            {SCENARIOS.map((each) => (
              <option key={each} value={each}>
                {say(`demo.scenario.${each}`)}
              </option>
            ))}
          </Select>
          <span className={styles['label']} aria-hidden="true">
            {say('demo.role')}
          </span>
          <Select
            label={say('demo.role')}
            value={role}
            active={false}
            onChange={(value) => {
              const next = DEMO_ROLES.find((each) => each === value)
              if (next) demo.setRole(next)
            }}
          >
            {DEMO_ROLES.map((each) => (
              <option key={each} value={each}>
                {say(`demo.role.${each}`)}
              </option>
            ))}
          </Select>
          <span className={styles['count']}>
            {say('demo.reports', { n: reports })}, {say('demo.new', { n: fresh })}
          </span>
        </div>
        <Button
          look="chip"
          className={styles['more'] ?? ''}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setOpen(true)}
        >
          <span className={styles['when-wide']}>{say('demo.about')}</span>
          <span className={styles['when-narrow']}>{say('demo.bar.more')}</span>
        </Button>
      </section>
      <p className={styles['told']}>
        <b>{say(`demo.scenario.${scenario}`)}.</b> {say(`demo.scenario.${scenario}.about`)}{' '}
        <b>{say(`demo.role.${role}`)}.</b> {say(`demo.role.${role}.about`)}
      </p>
      {isOpen && <DemoPanel {...panel} home={home} fresh={fresh} onClose={() => setOpen(false)} />}
    </>
  )
}

type ClockProps = { demo: Demo; speed: Speed; now: Instant; lang: Lang; say: Say }

/** The simulated clock. It is not read out as it ticks: whoever wants to know the time goes to it. */
function Clock({ demo, speed, now, lang, say }: ClockProps) {
  const [before, setBefore] = useState<Speed>(speed === 0 ? USUAL_SPEED : speed)
  const isRunning = speed !== 0
  return (
    <div className={styles['clock']} role="group" aria-label={say('demo.clock')}>
      <time dateTime={now}>
        <span className={styles['when-wide']}>{moment(now, lang)}</span>
        <span className={styles['when-narrow']}>
          {dayAndMonth(dayOf(now), lang)}, {now.slice(11, 16)}
        </span>
      </time>
      <Button
        look="chip"
        aria-label={say(isRunning ? 'demo.pause' : 'demo.run')}
        title={say(isRunning ? 'demo.pause' : 'demo.run')}
        onClick={() => {
          if (isRunning) setBefore(speed)
          demo.setSpeed(isRunning ? 0 : before)
        }}
      >
        <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" fill="currentColor">
          <path d={isRunning ? 'M1 0h3v10H1zM6 0h3v10H6z' : 'M1 0l9 5-9 5z'} />
        </svg>
      </Button>
      <span className={styles['speed']}>
        <Select
          label={say('demo.speed')}
          value={String(speed)}
          active={false}
          onChange={(value) => {
            const next = SPEEDS.find((each) => String(each) === value)
            if (next !== undefined) demo.setSpeed(next)
          }}
        >
          {SPEEDS.map((each) => (
            <option key={each} value={each}>
              {say(`demo.speed.${each}`)}
            </option>
          ))}
        </Select>
      </span>
    </div>
  )
}
