import type { ReportStore } from './store.ts'

/**
 * The same store for the only process that writes to it: the version is asked for once, and again after each write. A write
 * that ends without having said how counts as one.
 */
export function withKnownVersion(store: ReportStore): ReportStore {
  let known: Promise<number> | null = null

  async function writing<Result>(write: Promise<Result>): Promise<Result> {
    try {
      return await write
    } finally {
      known = null
    }
  }

  return {
    ...store,
    append: (drafts) => writing(store.append(drafts)),
    purge: (id, by) => writing(store.purge(id, by)),
    version() {
      if (known !== null) return known
      const asked = store.version()
      known = asked
      asked.catch(() => {
        if (known === asked) known = null
      })
      return asked
    },
  }
}

/**
 * The same store where other processes write to it too: all who ask for the version while somebody else's question is under
 * way are given the answer to the next one. Never to the one under way, which may have been asked before a write that they know of.
 */
export function withSharedVersion(store: ReportStore): ReportStore {
  let underWay: Promise<unknown> = Promise.resolve()
  let next: Promise<number> | null = null

  function ask(): Promise<number> {
    next = null
    const asked = store.version()
    underWay = asked.catch(() => {})
    return asked
  }

  return {
    ...store,
    version() {
      next ??= underWay.then(ask)
      return next
    },
  }
}
