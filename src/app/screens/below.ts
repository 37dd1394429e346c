/** What stands below the figures, fetched as one piece: each request costs a bad line a round trip. */
export { Filters } from '#features/filters/Filters.tsx'
export { Timeline } from '#features/timeline/Timeline.tsx'
