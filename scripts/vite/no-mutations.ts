import type { Plugin } from 'vite'

/**
 * TanStack Query's cache of questions brings its cache of changes along, which nobody asks for here: the few things that
 * change something on the server are forms of their own. In its place stands one that is always empty.
 */
const EMPTY = `export class MutationCache {
  findAll() { return [] }
  async resumePausedMutations() {}
  clear() {}
}`

export function noMutations(): Plugin {
  return {
    name: 'jauge-no-mutations',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id === './mutationCache.js' && importer?.includes('/query-core/') ? '\0no mutations' : null,
    load: (id) => (id === '\0no mutations' ? EMPTY : null),
  }
}
