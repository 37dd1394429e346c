import type { Report } from '#domain/report.ts'
import type { Instant } from '#domain/time.ts'
import type { Reading, ReportStore } from '#server/store/store.ts'
import type { Make } from './law.ts'

/** What somebody who may see all would find at a store: what every leak below lets out a little of. */
export type Secrets = {
  all: () => Promise<readonly Report[]>
  store: ReportStore
}

/** A way in which what is hidden could get out, planted around the real parts. */
export type Leak = {
  /** Replaces parts of the store that the API reads. */
  store?: (real: ReportStore, secrets: Secrets) => Partial<ReportStore>
  /** Changes an answer on its way out; gives the text to send, or null to leave it as it is. */
  body?: (text: string, path: string, secrets: Secrets) => Promise<string | null>
  /** Changes anything else of it. */
  response?: (response: Response, path: string, secrets: Secrets) => Promise<Response>
}

/** The same deployment with a leak in it. */
export function withLeak(make: Make, { store: leakStore, body, response }: Leak): Make {
  const opened = new WeakMap<ReportStore, Secrets>()
  return {
    ...make,
    async open(now) {
      const real = await make.open(now)
      const secrets = { store: real, all: () => real.read(everything(now())) }
      const leaky = leakStore ? { ...real, ...leakStore(real, secrets) } : real
      opened.set(leaky, secrets)
      return leaky
    },
    async apps(store, options) {
      const apps = await make.apps(store, options)
      const secrets = opened.get(store)
      if (secrets === undefined) throw new Error('This store was opened elsewhere.')
      return {
        ...apps,
        async inFront(request, answer) {
          const { pathname } = new URL(request.url)
          const told = await answer()
          if (response) return response(told, pathname, secrets)
          if (!body || told.body === null || told.headers.has('Content-Encoding')) return told
          const text = await told.clone().text()
          const changed = await body(text, pathname, secrets)
          return changed === null ? told : new Response(changed, told)
        },
      }
    },
  }
}

function everything(clock: Instant): Reading {
  return { role: 'analyst', clock, vintage: null, known: null, observed: null }
}
