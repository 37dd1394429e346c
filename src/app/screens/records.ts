/** What reads single reports: fetched when the reader gets there, not with the screen. */
export { Evidence } from '#features/evidence/Evidence.tsx'
export { Reports } from '#features/reports/Reports.tsx'
