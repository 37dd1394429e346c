import type { ReactNode } from 'react'
import type { Say } from '#i18n/words.ts'
import { Button } from './Button.tsx'
import { failureWords, isRefused } from './failure-words.ts'
import styles from './QueryState.module.css'

/** What `useQuery` gives, as far as it matters here. */
export type Asked<Data> = {
  data: Data | undefined
  error: unknown
  isError: boolean
  /** True while the data shown answer an earlier question. */
  isPlaceholderData?: boolean
  refetch: () => unknown
}

type Props<Data> = {
  query: Asked<Data>
  say: Say
  /** What is being loaded, as a noun: it is named when it cannot be had. */
  what: string
  /** Drawn while nothing is there yet; it must have the size of what will come. */
  skeleton: ReactNode
  isEmpty?: (data: Data) => boolean
  empty?: ReactNode
  /** The moment that the data speak of, in words: figures kept from before must not pass for those of the day asked for. */
  asOf?: (data: Data) => string
  /** Leads to a question that can be answered: asking a refused one again would be refused again. */
  onWayBack?: () => void
  children: (data: Data) => ReactNode
}

/** Loading, failed, empty, stale or ready: decided here and nowhere else. */
export function QueryState<Data>(props: Props<Data>) {
  const { query, say, what, skeleton, isEmpty, empty, asOf, onWayBack, children } = props
  const { data, isError } = query
  const retry =
    onWayBack && isRefused(query.error) ? (
      <Button onClick={onWayBack}>{say('state.way-back')}</Button>
    ) : (
      <Button onClick={() => void query.refetch()}>{say('state.retry')}</Button>
    )

  if (data === undefined && isError)
    return (
      <div className={styles['failed']}>
        {/* Keeps the place of what did not come, so that nothing jumps when it does. */}
        <div className={styles['ghost']} aria-hidden="true">
          {skeleton}
        </div>
        <div className={styles['why']} role="alert">
          <p>
            <strong>{say('state.failed', { what })}</strong> {failureWords(query.error, say)}
          </p>
          {retry}
        </div>
      </div>
    )
  if (data === undefined)
    return (
      <div role="status">
        <span className="hidden">{say('state.loading', { what })}</span>
        <div aria-hidden="true">{skeleton}</div>
      </div>
    )
  if (isEmpty?.(data)) return empty

  // A failed refresh keeps the last known data on screen: old and labelled beats blank.
  return (
    <div className={styles['ready']} aria-busy={query.isPlaceholderData === true}>
      {isError && (
        <div className={styles['stale']} role="alert">
          <p>
            {asOf ? say('state.stale-of', { what, day: asOf(data) }) : say('state.stale', { what })}{' '}
            {failureWords(query.error, say)}
          </p>
          {retry}
        </div>
      )}
      {children(data)}
    </div>
  )
}
