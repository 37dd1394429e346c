import en from './en/demo.json'
import fr from './fr/demo.json'
import { addWords } from './words.ts'

/**
 * Gives the catalogues the words of the demo, both languages at once. The demo alone calls it, before its first paint:
 * no part of the product fetches these words, so the normal build has none of them.
 */
export function addDemoWords(): void {
  addWords('fr', fr)
  addWords('en', en)
}
