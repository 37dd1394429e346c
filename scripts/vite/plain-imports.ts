import type { Plugin } from 'vite'

/**
 * Vite asks for a part through a helper that would first ask for what the part imports, and for its style sheets. Ours has
 * neither: what is asked for early is named in `parts.ts`, and there is one style sheet, in the page.
 */
export function plainImports(): Plugin {
  return {
    name: 'jauge-plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : null,
  }
}
