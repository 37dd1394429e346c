import * as z from 'zod/mini'
import type { Route } from './route.ts'

const sending = {
  method: 'get',
  base: '',
  least: 'public',
  // Providers add parameters of their own.
  lenient: true,
  parameters: {},
  query: z.strictObject({}),
  mediaType: 'text/html',
  answer: null,
  page: true,
} as const

/** Signing in at the deployment's identity provider, for browsers; 404 where it has none. */
export const PROVIDER_ROUTES = {
  toProvider: {
    ...sending,
    path: '/sign-in/provider',
    summary: 'Sends the browser to the identity provider (OpenID Connect).',
  },
  fromProvider: {
    ...sending,
    path: '/sign-in/provider/return',
    summary: 'Where the identity provider sends the browser back to; opens a session.',
  },
} as const satisfies Record<string, Route>
