import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import styles from './demo-panel.module.css'
import { SeedForm } from './SeedForm.tsx'
import type { PanelProps } from './Settings.tsx'

const COMMANDS = { dev: 'npm run demo', build: 'npm run build:demo' }

/** What is simulated and what is real, how to make the very same demo again, and where it all runs. */
export function About({ home, ...props }: PanelProps & { home: string | null }) {
  const { demo, state, say } = props
  const { through } = state
  return (
    <>
      <p className={styles['lead']}>{say('demo.about.lead')}</p>
      <div className={styles['columns']}>
        <Part title={say('demo.about.simulated')}>
          <p>{say('demo.about.simulated.text')}</p>
        </Part>
        <Part title={say('demo.about.real')}>
          <p>{say('demo.about.real.text')}</p>
        </Part>
        <Part title={say('demo.about.stays')}>
          <p>{say('demo.about.stays.text')}</p>
          <p>
            <b>{say('demo.about.through')}</b>{' '}
            {say(through === 'page' ? 'demo.about.through.page' : 'demo.about.through.worker')}
          </p>
        </Part>
        <Part title={say('demo.about.same')}>
          <SeedForm {...props} />
          <Fingerprint demo={demo} say={say} />
        </Part>
        <Part title={say('demo.about.run')}>
          <p>{inCode(say('demo.about.run.text', COMMANDS))}</p>
        </Part>
      </div>
      {home && (
        <p className={styles['back']}>
          <a href={home}>{say('demo.about.back')}</a>
        </p>
      )}
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** Commands are set as what they are, whatever sentence they stand in. */
function inCode(text: string): ReactNode[] {
  return text
    .split(/(npm run [a-z:]+)/)
    .map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part))
}

/** Computed only when somebody looks: a year of reports takes a moment to digest. */
function Fingerprint({ demo, say }: Pick<PanelProps, 'demo' | 'say'>) {
  const [print, setPrint] = useState<string | null | undefined>(undefined)
  useEffect(
    function computeOnOpening() {
      let current = true
      const show = (made: string | null) => {
        if (current) setPrint(made)
      }
      demo.fingerprint().then(show, () => show(null))
      return () => {
        current = false
      }
    },
    [demo],
  )
  return (
    <div className={styles['print']}>
      <h4>{say('demo.about.fingerprint')}</h4>
      <p aria-live="polite">
        {print === undefined && say('demo.about.fingerprint.wait')}
        {print === null && say('demo.about.fingerprint.failed')}
        {print && <code>{print}</code>}
      </p>
      <p className={styles['aside']}>{say('demo.about.fingerprint.help')}</p>
    </div>
  )
}
