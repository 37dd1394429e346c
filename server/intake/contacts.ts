/** What leads to a person: kept out of free text, since who is found through it may pay for what was reported. */
export type Contact = 'phone' | 'plate' | 'mail'

const DATES = /\b\d{4}-\d{2}-\d{2}(T[\d:.]+Z?)?\b|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b/g
const MAIL = /[^\s@]+@[^\s@]+\.[^\s@]{2,}/

/** At least eight digits, however they are spaced: Mali has eight, Senegal nine, Côte d'Ivoire ten. */
const DIGITS = /(?:\+|\b00)?\(?\d(?:[\s().\-/]{0,3}\d){7,}/g
/** "46 000 000" is a quantity, not a number to call. */
const QUANTITY = /^[1-9]\d{0,2}(?:[\s.,]\d{3})+$/

/** Of Mali and its neighbours: "AB-1234-MD", "DK 1234 AB", "1234 AB 01". Small letters only with their hyphens. */
const PLATES = [
  /\b[A-Z]{1,2}[ -]?\d{3,4}[ -]?[A-Z]{2}\b/,
  /\b\d{3,4}[ -]?[A-Z]{2}[ -]?\d{2}\b/,
  /\b[a-z]{1,2}-\d{3,4}-[a-z]{2}\b/i,
]

/** What a text holds that leads to a person; null for nothing that is recognised. Names are not: no rule tells them. */
export function contactIn(text: string): Contact | null {
  // Full-width digits and unusual spaces are the plain ones, written to look different.
  const plain = text.normalize('NFKC').replace(DATES, ' ')
  if (MAIL.test(plain)) return 'mail'
  if (PLATES.some((plate) => plate.test(plain))) return 'plate'
  const runs = plain.match(DIGITS) ?? []
  return runs.some((run) => !QUANTITY.test(run)) ? 'phone' : null
}
