import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'

type Props = {
  /** Holds the place until then, at the size of what will come. */
  skeleton: ReactNode
  children: ReactNode
}

/** Draws its children once the reader comes near: what nobody scrolls to costs neither a request nor drawing. */
export function WhenNear({ skeleton, children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(
    function watchForTheReader() {
      if (near || !place.current) return
      const observer = new IntersectionObserver(
        (entries) => {
          if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true)
        },
        { rootMargin: '600px' },
      )
      observer.observe(place.current)
      // Paper has no "near": what is printed is all of it, and it is printed as soon as this returns.
      const onPrint = () => flushSync(() => setNear(true))
      addEventListener('beforeprint', onPrint)
      return () => {
        observer.disconnect()
        removeEventListener('beforeprint', onPrint)
      }
    },
    [near],
  )
  return <div ref={place}>{near ? children : <div aria-hidden="true">{skeleton}</div>}</div>
}
