import type { Lang } from '#i18n/words.ts'

/**
 * The language to answer in: the one asked for by `lang`, else the one the reader's browser likes best of the
 * two we have, else French.
 */
export function languageOf(request: Request): Lang {
  const asked = new URL(request.url).searchParams.get('lang')
  if (asked === 'fr' || asked === 'en') return asked
  return preferred(request.headers.get('Accept-Language') ?? '')
}

function preferred(header: string): Lang {
  const liked = header
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';')
      const weight = rest.map((each) => each.trim()).find((each) => each.startsWith('q='))
      return { lang: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight.slice(2)) }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .find(({ lang }) => lang === 'fr' || lang === 'en')
  return liked?.lang === 'en' ? 'en' : 'fr'
}
