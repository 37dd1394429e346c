import { expect, test } from 'vitest'
import { exactly } from '#domain/estimate.ts'
import type { Estimate } from '#domain/estimate.ts'
import type { Unit } from '#domain/series.ts'
import { quantityText, span } from './quantity.ts'
import { wordsIn } from './words.ts'

const plain = (text: string | null) => text?.replaceAll(/[\u00A0\u202F\u2009]/g, ' ') ?? null

test.each<[Estimate, Unit, string, string]>([
  [exactly(0), 'tankers', '0 citerne', '0 tankers'],
  [exactly(1), 'tankers', '1 citerne', '1 tanker'],
  [exactly(1192), 'tankers', '1 192 citernes', '1,192 tankers'],
  [exactly(0.08), 'hours', '5 min', '5 min'],
  [exactly(72), 'hours', '72 h', '72 h'],
  [exactly(23_874_000), 'litres', '23,9 millions de L', '23.9 million L'],
  [exactly(46_000), 'litres', '46 000 L', '46,000 L'],
  [exactly(0.539), 'share', '54 %', '54%'],
  [exactly(1.6129), 'ratio', '× 1,61', '× 1.61'],
  [exactly(775), 'xof-per-litre', '775 FCFA/L', '775 CFA/L'],
  [{ low: 0.5, best: null, high: 1 }, 'share', '> 50 %', '> 50%'],
  [{ low: 0, best: null, high: 1 }, 'share', '0–100 %', '0–100%'],
  [{ low: 12, best: null, high: null }, 'attacks', '≥ 12 attaques', '≥ 12 attacks'],
  [{ low: null, best: null, high: null }, 'tankers', '–', '–'],
])('%o %s is %s, or %s', (estimate, unit, fr, en) => {
  expect(plain(quantityText(estimate, unit, 'fr', wordsIn('fr')))).toBe(fr)
  expect(plain(quantityText(estimate, unit, 'en', wordsIn('en')))).toBe(en)
})

test('a span is given only where sources differ', () => {
  const say = wordsIn('en')
  expect(plain(span({ low: 178, best: 198, high: 203 }, 'tankers', 'en', say))).toBe(
    '178–203 tankers',
  )
  expect(plain(span({ low: 1.3, best: 1.49, high: 1.62 }, 'ratio', 'en', say))).toBe('× 1.3–1.62')
  expect(span(exactly(875), 'tankers', 'en', say)).toBeNull()
  expect(span({ low: 0.5, best: null, high: 1 }, 'share', 'en', say)).toBeNull()
})
