/** Where the real product is, as the server that has both writes it; null where the demo stands alone. */
export function wayBack(): string | null {
  const named = document.querySelector<HTMLMetaElement>('meta[name="jauge-product"]')
  return named?.content || null
}
