import * as z from 'zod/mini'
import { Situation } from '#domain/situation.ts'
import {
  CorridorsAnswer,
  HappeningsAnswer,
  HealthAnswer,
  ReadyAnswer,
  SeriesAnswer,
  SitesAnswer,
} from './answers.ts'
import { EMBED_ROUTES } from './embed-routes.ts'
import { FEED_ROUTES } from './feed-route.ts'
import { HandedInAnswer, Handing, MOST_HANDED_IN } from './intake.ts'
import {
  CsvQuery,
  LanguageQuery,
  ReportsCsvQuery,
  ReportsGeoJsonQuery,
  ReportsQuery,
  ViewQuery,
} from './query.ts'
import { PROVIDER_ROUTES } from './provider-routes.ts'
import { ReportAnswer, ReportsAnswer, ReportsGeoJson } from './report-answers.ts'
import { API_BASE } from './route.ts'
import type { Route } from './route.ts'
import { SignIn, WhoAmI } from './session.ts'

const get = { method: 'get', base: API_BASE, least: 'public', parameters: {} } as const
const json = <Schema extends z.ZodMiniType>(name: string, schema: Schema) => ({
  mediaType: 'application/json',
  answer: { name, schema },
})
const geoJson = <Schema extends z.ZodMiniType>(name: string, schema: Schema) => ({
  mediaType: 'application/geo+json',
  answer: { name, schema },
})
const nothing = { mediaType: 'application/json', answer: null, empty: true } as const
const csv = { mediaType: 'text/csv', answer: null } as const
const metrics = {
  metrics: 'One metric, or several with commas: wait, prices, arrivals, losses, litres, stations.',
}

/** Every address there is under `API_BASE`, by name. A test holds the router to this list, in both directions. */
export const ROUTES = {
  situation: {
    ...get,
    path: '/situation',
    query: ViewQuery,
    ...json('Situation', Situation),
    summary:
      'Headline figures, the state of each corridor with its reasons, and how far the record reaches.',
  },
  corridors: {
    ...get,
    path: '/corridors',
    query: ViewQuery,
    ...json('CorridorsAnswer', CorridorsAnswer),
    summary: 'The corridors drawn at the moment shown, with their geometry, status and reasons.',
  },
  convoys: {
    ...get,
    path: '/convoys',
    query: ViewQuery,
    ...json('HappeningsAnswer', HappeningsAnswer),
    summary:
      'Convoys in the window, each with every source’s figures. Expected deliveries are never here.',
  },
  incidents: {
    ...get,
    path: '/incidents',
    query: ViewQuery,
    ...json('HappeningsAnswer', HappeningsAnswer),
    summary:
      'Incidents in the window, each with every source’s figures and the claims beside them.',
  },
  sites: {
    ...get,
    path: '/sites',
    query: ViewQuery,
    ...geoJson('SitesAnswer', SitesAnswer),
    summary: 'The latest state of stations, queues and prices, place by place, as GeoJSON.',
  },
  seriesCsv: {
    ...get,
    path: '/series/{metrics}.csv',
    parameters: metrics,
    query: CsvQuery,
    ...csv,
    summary: 'The numbers of a chart as CSV: one row per point of each line.',
  },
  series: {
    ...get,
    path: '/series/{metrics}',
    parameters: metrics,
    query: ViewQuery,
    ...json('SeriesAnswer', SeriesAnswer),
    summary:
      'Metrics over the window: low, best and high, with the reports and sources behind each point.',
  },
  reportsCsv: {
    ...get,
    path: '/reports.csv',
    query: ReportsCsvQuery,
    ...csv,
    summary: 'The reports of the window as CSV: one row per quantity that a report gives.',
  },
  reportsGeoJson: {
    ...get,
    path: '/reports.geojson',
    query: ReportsGeoJsonQuery,
    ...geoJson('ReportsGeoJson', ReportsGeoJson),
    summary: 'The reports of the window as GeoJSON; a report without a position has no geometry.',
  },
  reports: {
    ...get,
    path: '/reports',
    query: ReportsQuery,
    ...json('ReportsAnswer', ReportsAnswer),
    summary: 'The reports of the window, newest first, a page at a time.',
  },
  report: {
    ...get,
    path: '/reports/{id}',
    parameters: { id: 'A report’s id.' },
    query: ViewQuery,
    ...json('ReportAnswer', ReportAnswer),
    summary:
      'One report with its revisions, what it is about and the other reports of the same thing.',
  },
  handIn: {
    ...get,
    method: 'post',
    least: 'partner',
    path: '/reports',
    query: LanguageQuery,
    body: { name: 'Handing', schema: Handing, maxBytes: 256 * 1024 },
    ...json('HandedInAnswer', HandedInAnswer),
    summary: `Hands in 1 to ${MOST_HANDED_IN} reports: all of them are kept, or none. The same id again is a correction of the sender’s own report, or changes nothing.`,
  },
  purge: {
    ...get,
    method: 'delete',
    least: 'admin',
    path: '/reports/{id}',
    parameters: { id: 'A report’s id.' },
    query: LanguageQuery,
    ...nothing,
    summary:
      'Takes a report out for somebody’s safety, with its revisions and all that was made of it, for good.',
  },
  session: {
    ...get,
    path: '/session',
    query: LanguageQuery,
    ...json('WhoAmI', WhoAmI),
    summary: 'Who the server takes you for, and how one may sign in.',
  },
  signIn: {
    ...get,
    method: 'post',
    path: '/session',
    query: LanguageQuery,
    body: { name: 'SignIn', schema: SignIn, maxBytes: 1024 },
    ...json('WhoAmI', WhoAmI),
    summary:
      'Trades an access key for a session cookie, for a page of this site. Programs send the key as a bearer token instead.',
  },
  signOut: {
    ...get,
    method: 'delete',
    path: '/session',
    query: LanguageQuery,
    ...nothing,
    summary: 'Ends the session of the cookie, if there is one.',
  },
  openapi: {
    ...get,
    path: '/openapi.json',
    query: LanguageQuery,
    ...json(
      'OpenApi',
      z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
    ),
    summary: 'This description.',
  },
  health: {
    ...get,
    path: '/health',
    query: LanguageQuery,
    ...json('HealthAnswer', HealthAnswer),
    summary: 'Says that the process runs; asks nothing of the database.',
  },
  ready: {
    ...get,
    path: '/ready',
    query: LanguageQuery,
    ...json('ReadyAnswer', ReadyAnswer),
    summary:
      'Says whether the database answers, and how many reports the public may read; 503 when it does not.',
  },
} as const satisfies Record<string, Route>

/** Every address that the app answers, by name: the API's and those at the root of the host. */
export const ALL_ROUTES: Readonly<Record<string, Route>> = {
  ...ROUTES,
  ...EMBED_ROUTES,
  ...FEED_ROUTES,
  ...PROVIDER_ROUTES,
}
