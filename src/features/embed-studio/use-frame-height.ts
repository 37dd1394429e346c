import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

/**
 * How high the embed in a frame says that it is, px, as it tells any page that frames it; null until it has. `onHeight` must
 * not change from one drawing to the next.
 */
export function useFrameHeight(onHeight: (height: number) => void): {
  height: number | null
  frame: RefObject<HTMLIFrameElement | null>
} {
  const [height, setHeight] = useState<number | null>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(
    function listenToTheFrame() {
      function onMessage({ data, source }: MessageEvent<unknown>): void {
        if (source === null || source !== frame.current?.contentWindow) return
        const told = toldIn(data)
        if (told === null) return
        setHeight(told)
        onHeight(told)
      }
      addEventListener('message', onMessage)
      return () => removeEventListener('message', onMessage)
    },
    [onHeight],
  )
  return { height, frame }
}

function toldIn(data: unknown): number | null {
  if (typeof data !== 'object' || data === null || !('jauge' in data && 'height' in data))
    return null
  return typeof data.height === 'number' && data.height > 0 ? data.height : null
}
