import type { QueryClient } from '@tanstack/react-query'
import type { Demo } from '#mocks/demo/demo.ts'

/** A screen that changes more often than this cannot be read. */
const AT_MOST_EVERY_MS = 5000

/**
 * Asks anew for what is on the screen when the deployment knows more: what is there stays until the answer comes. Never
 * while nobody looks, and never twice in a short while.
 */
export function keepFresh(demo: Demo, client: QueryClient): void {
  let shown = demo.state().version
  let timer: ReturnType<typeof setTimeout> | null = null

  function refresh(): void {
    timer = null
    if (document.visibilityState === 'hidden') return
    shown = demo.state().version
    // The geography is of the build, and no report changes it.
    const isOfReports = ({ queryKey: [resource] }: { queryKey: readonly unknown[] }) =>
      resource !== 'geo'
    void client.invalidateQueries({ predicate: isOfReports }, { cancelRefetch: false })
  }
  function look(): void {
    if (demo.state().version !== shown) timer ??= setTimeout(refresh, AT_MOST_EVERY_MS)
  }
  demo.subscribe(look)
  document.addEventListener('visibilitychange', look)
}
