import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { DefaultError, QueryKey, UseQueryOptions } from '@tanstack/react-query'
import { useState } from 'react'

/** What there was last, while there is nothing now. */
export function useLast<Data>(now: Data | undefined): Data | undefined {
  const [last, setLast] = useState(now)
  if (now !== undefined && now !== last) setLast(now)
  return now ?? last
}

/**
 * `useQuery` for a question that moves on: until the next answer is there, and when it fails to come, the data of
 * the last one stay, as `isPlaceholderData`. Not for a question about another thing, such as the report opened next.
 */
export function useKept<Answer, Data = Answer, Key extends QueryKey = QueryKey>(
  options: UseQueryOptions<Answer, DefaultError, Data, Key>,
) {
  const query = useQuery({ ...options, placeholderData: keepPreviousData })
  const last = useLast(query.data)
  const { error, isError, isFetching, refetch } = query
  const isPlaceholderData =
    query.isPlaceholderData || (query.data === undefined && last !== undefined)
  return { data: last, error, isError, isFetching, isPlaceholderData, refetch }
}
