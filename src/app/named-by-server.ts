/** What the server wrote into the page's head; empty when it was told nothing. */
function named(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="jauge-${name}"]`)?.content ?? ''
}

/** Where corrections go, as the server was told (`JAUGE_CONTACT`): a link, or null when nobody was named. */
export function contact(): string | null {
  const given = named('contact')
  if (given === '') return null
  return /^(https?|mailto):/.test(given) ? given : `mailto:${given}`
}

/**
 * Where this server's demo is; null when it has none. Opened in place of the page: in a second tab beside the first,
 * simulated figures would sooner be taken for real ones.
 */
export function demo(): string | null {
  return named('demo') || null
}
