/** Where corrections go, as the server was told (`JAUGE_CONTACT`): a link, or null when nobody was named. */
export function contact(): string | null {
  const given = document.querySelector<HTMLMetaElement>('meta[name="jauge-contact"]')?.content ?? ''
  if (given === '') return null
  return /^(https?|mailto):/.test(given) ? given : `mailto:${given}`
}
