/** Where the pages stand: "/" for the product, a folder such as "/demo/" for what is served below one. */
const BASE = import.meta.env.BASE_URL

/** The screen at a path: "/method" at "/demo/method". Static hosts add a slash to it, or the name of a file. */
export function screenAt(pathname: string, base: string = BASE): string {
  const inside = pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname
  return inside.replace(/(\/(index\.html)?|\.html)$/, '') || '/'
}

/** The path of a screen: "/demo/method" of "/method". */
export function pathTo(screen: string, base: string = BASE): string {
  return base + screen.slice(1)
}
