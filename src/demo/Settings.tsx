import type { Lang, Say } from '#i18n/words.ts'
import { DEMO_ROLES, SPEEDS } from '#mocks/demo/demo.ts'
import type { Demo, DemoState } from '#mocks/demo/demo.ts'
import { SCENARIOS } from '#mocks/simulator/scenario.ts'
import type { Asked } from './asked.ts'
import { Choices } from './Choices.tsx'
import styles from './demo-panel.module.css'

export type PanelProps = {
  demo: Demo
  state: DemoState
  lang: Lang
  say: Say
  onRestart: (asked: Pick<Asked, 'scenario' | 'seed'>) => void
}

/** Who looks, at what, and how fast it moves: each choice with what it does. */
export function Settings({ demo, state, say, onRestart }: PanelProps) {
  return (
    <div className={styles['settings']}>
      <Choices
        legend={say('demo.role')}
        chosen={state.role}
        onChoose={demo.setRole}
        choices={DEMO_ROLES.map((role) => ({
          value: role,
          name: say(`demo.role.${role}`),
          about: say(`demo.role.${role}.about`),
        }))}
      />
      <Choices
        legend={say('demo.scenario')}
        chosen={state.scenario}
        onChoose={(scenario) => onRestart({ scenario, seed: state.seed })}
        choices={SCENARIOS.map((scenario) => ({
          value: scenario,
          name: say(`demo.scenario.${scenario}`),
          about: say(`demo.scenario.${scenario}.about`),
        }))}
      >
        <p className={styles['aside']}>{say('demo.scenario.restarts')}</p>
      </Choices>
      <Choices
        legend={say('demo.speed')}
        chosen={state.speed}
        onChoose={demo.setSpeed}
        choices={SPEEDS.map((speed) => ({
          value: speed,
          name: say(`demo.speed.${speed}`),
          about: say(`demo.speed.${speed}.long`),
        }))}
      />
    </div>
  )
}
