import { useCallback, useMemo } from 'react'
import { navigate } from 'wouter/use-browser-location'
import { othersIn, readAddress, writeAddress } from '#domain/address.ts'
import type { Address } from '#domain/address.ts'
import { useAsked } from './use-asked.ts'

/**
 * How a change enters the history: `push` for a choice, which "back" undoes; `replace` for what runs by
 * (playing, dragging), which would bury the page the reader came from.
 */
export type How = 'push' | 'replace'

export type Change = (next: (now: Address) => Address, how: How) => void

/** The screen's state, which is its address, and the only way to change it. */
export function useAddress(): [Address, Change] {
  const search = useAsked()
  const address = useMemo(() => readAddress(search), [search])
  const change = useCallback((next: (now: Address) => Address, how: How) => {
    // Read anew: two changes in one event must build on each other.
    const written = writeAddress(next(readAddress(location.search)))
    const to = location.pathname + searchOf(written, othersIn(location.search))
    if (to !== location.pathname + location.search) navigate(to, { replace: how === 'replace' })
  }, [])
  return [address, change]
}

/** `?a=1&b=2` of the parts that say something; empty when none does. */
export function searchOf(...parts: string[]): string {
  const said = parts.filter((part) => part !== '').join('&')
  return said && `?${said}`
}
