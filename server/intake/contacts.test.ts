import { expect, test } from 'vitest'
import { contactIn } from './contacts.ts'

test.each([
  'appeler le 76 12 34 56',
  'tel:76123456',
  '+223 76 12 34 56',
  '00223-76.12.34.56',
  '(221) 77 123 45 67',
  '07 08 09 10 11',
  '76/12/34/56',
  '７６ １２ ３４ ５６',
  '76\u00a012\u00a034\u00a056',
])('a telephone number is seen in “%s”', (text) => {
  expect(contactIn(text)).toBe('phone')
})

test.each(['citerne AB-1234-MD', 'camion BM 1234 MD', 'DK1234AB', '1234 HX 01', 'ab-123-cd'])(
  'a number plate is seen in “%s”',
  (text) => {
    expect(contactIn(text)).toBe('plate')
  },
)

test('a mail address is seen', () => {
  expect(contactIn('écrire à awa@exemple.ml')).toBe('mail')
})

test.each([
  'vers 14 h 30, 120 camions, dont 35 brûlés',
  'le 2026-03-12T14:30:00Z, comme le 2026-03-10',
  'du 12/03/2026 au 14/03/2026',
  '46 000 000 litres, soit 46 000 000 L',
  '46.000.000 litres',
  '2 000 FCFA la bouteille de 1,5 L, 775 F le litre',
  'RN7, PK 120, entre 200 et 250 citernes à 1200 F',
  'file de 1500 m ; attente de 3 à 5 h',
  '',
])('nothing is seen in “%s”', (text) => {
  expect(contactIn(text)).toBeNull()
})
