import { useEffect, useState } from 'react'

/** The value once it has stood still for `ms`: what is pointed at in passing asks the server nothing. */
export function useSettled<Value>(value: Value, ms: number): Value {
  const [settled, setSettled] = useState(value)
  useEffect(
    function waitUntilItStandsStill() {
      const timer = setTimeout(() => setSettled(value), ms)
      return () => clearTimeout(timer)
    },
    [value, ms],
  )
  return settled
}
