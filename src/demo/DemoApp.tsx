import { useSyncExternalStore } from 'react'
import { App } from '#app/App.tsx'
import type { Demo } from '#mocks/demo/demo.ts'

/** The product over the simulated deployment. Another role gets a screen of its own: nothing of the last one's may stay. */
export function DemoApp({ demo }: { demo: Demo }) {
  const { role } = useSyncExternalStore(demo.subscribe, demo.state)
  return <App key={role} />
}
