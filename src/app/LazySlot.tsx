import { Suspense, useEffect, useState } from 'react'
import type { ComponentType, ReactNode } from 'react'
import type { Lang, Say } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx'
import { Notice } from '#ui/Notice.tsx'
import { useTakenOver } from '#ui/use-taken-over.ts'

export type LazySlotProps<Given extends object> = {
  /** Fetches the part and its words in a language. It must not change from one drawing to the next. */
  load: (lang: Lang) => Promise<ComponentType<Given>>
  lang: Lang
  given: Given
  say: Say
  /** What is in the slot, as a noun. */
  what: string
  skeleton: ReactNode
}

/** A part fetched when needed. What breaks in it, or does not come, stays in its place, with a way to try again. */
export function LazySlot<Given extends object>(props: LazySlotProps<Given>) {
  const { load, lang, given, say, what, skeleton } = props
  const [attempt, setAttempt] = useState(0)
  const isTakenOver = useTakenOver()
  // The page keeps its place; what a script will bring is not announced where none may run.
  if (!isTakenOver) return null
  return (
    <ErrorBoundary
      renderBroken={(reset) => (
        <Notice tone="warn" role="alert">
          <p>{say('state.broken', { what })}</p>
          <Button
            onClick={() => {
              setAttempt((now) => now + 1)
              reset()
            }}
          >
            {say('state.retry')}
          </Button>
        </Notice>
      )}
    >
      <Fetched key={attempt} {...{ load, lang, given }}>
        <div role="status">
          <span className="hidden">{say('state.loading', { what })}</span>
          <div aria-hidden="true">{skeleton}</div>
        </div>
      </Fetched>
    </ErrorBoundary>
  )
}

type FetchedProps<Given extends object> = Pick<LazySlotProps<Given>, 'load' | 'lang' | 'given'> & {
  /** What stands there until the part has come. */
  children: ReactNode
}

/**
 * The part once it is there. Not by `lazy`: React holds back for up to 300 ms what comes soon after a skeleton was drawn,
 * and what is asked for before the first drawing does.
 */
function Fetched<Given extends object>({ load, lang, given, children }: FetchedProps<Given>) {
  const [come, setCome] = useState<{ Part: ComponentType<Given> } | { error: unknown } | null>(null)
  // The language is that of the first drawing: a later one is shown only once all its words are there.
  const [first] = useState(lang)
  useEffect(
    function fetchPart() {
      let isWanted = true
      load(first).then(
        (Part) => isWanted && setCome({ Part }),
        (error: unknown) => isWanted && setCome({ error }),
      )
      return () => {
        isWanted = false
      }
    },
    [load, first],
  )
  if (come === null) return children
  if ('error' in come) throw come.error
  const { Part } = come
  return (
    <Suspense fallback={children}>
      <Part {...given} />
    </Suspense>
  )
}
