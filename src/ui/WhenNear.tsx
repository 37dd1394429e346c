import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'

type Props = {
  /** Holds the place until then, at the size of what will come. */
  skeleton: ReactNode
  /** Lets in what has come near: now, or when it is its turn. */
  admit?: (come: () => void) => void
  children: ReactNode
}

/** Draws its children once the reader comes near: what nobody scrolls to costs neither a request nor drawing. */
export function WhenNear({ skeleton, admit = (come) => come(), children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(
    function watchForTheReader() {
      if (near || !place.current) return
      const come = () => setNear(true)
      const onPrint = () => flushSync(come)
      const observer = new IntersectionObserver(
        (entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return
          observer.disconnect()
          admit(come)
        },
        { rootMargin: '600px' },
      )
      observer.observe(place.current)
      // Paper has no "near": what is printed is all of it, and it is printed as soon as this returns.
      addEventListener('beforeprint', onPrint)
      return () => {
        observer.disconnect()
        removeEventListener('beforeprint', onPrint)
      }
    },
    // oxlint-disable-next-line react/exhaustive-deps -- what comes near is let in by the way of the first drawing
    [near],
  )
  return <div ref={place}>{near ? children : <div aria-hidden="true">{skeleton}</div>}</div>
}
