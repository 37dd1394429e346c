import type { Line } from '#mocks/demo/connect.ts'
import type { Demo } from '#mocks/demo/demo.ts'
import { askedIn, withRole } from './asked.ts'

/** The control that the demo's bar is given: the line to the deployment, with the address and the reader's presence minded. */
export function controlOf(line: Line): Demo {
  const watch = () => line.setWatched(document.visibilityState === 'visible')
  document.addEventListener('visibilitychange', watch)
  watch()
  addEventListener('popstate', () => followAddress(line))
  return {
    ...line,
    setRole(role) {
      history.replaceState(history.state, '', withRole(new URL(location.href), role))
      line.setRole(role)
    },
  }
}

/** Back and forward may lead to another role, or to another demo altogether. */
function followAddress(line: Line): void {
  const { scenario, seed, role } = askedIn(location.search)
  const now = line.state()
  if (scenario !== now.scenario || seed !== now.seed) location.reload()
  else if (role !== now.role) line.setRole(role)
}
