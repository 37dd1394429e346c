import { answeredAddress, drawnAddress } from '#contract/drawn-embed.ts'
import { embedAddress } from '#contract/embed.ts'
import type { FrameAddresses } from '#server/embed/addresses.ts'
import { DEMO_DEFAULTS } from './demo.ts'
import type { Country } from './demo.ts'

/**
 * How a demo below `root` names its frames: as files, since a stranger's frame finds no server there. Which country they
 * show goes along, unless it is the one of every demo.
 */
export function demoAddresses(root: string, country: Country): FrameAddresses {
  const others = Object.fromEntries(
    (['scenario', 'seed'] as const)
      .filter((name) => country[name] !== DEMO_DEFAULTS[name])
      .map((name) => [name, String(country[name])]),
  )
  return {
    root,
    embed: (embed) => root + drawnAddress(embedAddress(embed), others),
    open: (search) => {
      const asked = new URLSearchParams([...new URLSearchParams(search), ...Object.entries(others)])
      return `${root}/?${asked.toString()}`
    },
    csv: () => null,
    hasOEmbed: false,
  }
}

/** What the API is asked for by a request to one of those files. */
export function asAnswered(address: string): string {
  const url = new URL(address)
  const { origin, searchParams } = url
  if (!url.pathname.startsWith('/oembed')) return answered(url)
  const about = searchParams.get('url') ?? ''
  if (URL.canParse(about) && new URL(about).origin === origin)
    searchParams.set('url', answered(new URL(about)))
  return url.href
}

function answered({ origin, pathname, search }: URL): string {
  const asked = answeredAddress(pathname + search)
  if (asked === pathname + search) return origin + asked
  const url = new URL(asked, origin)
  for (const name of ['scenario', 'seed', 'role']) url.searchParams.delete(name)
  return url.href
}
