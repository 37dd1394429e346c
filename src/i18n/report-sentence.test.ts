import { beforeAll, expect, test } from 'vitest'
import type { ReportBody } from '#domain/report.ts'
import { arrived, attack, bulletin, price, queue } from '#testing/some-report.ts'
import { exactly } from '#domain/estimate.ts'
import { reportSentence } from './report-sentence.ts'
import { wordsIn, wordsReady } from './words.ts'

beforeAll(async () => {
  await Promise.all([wordsReady('fr', 'detail'), wordsReady('fr', 'later')])
  await Promise.all([wordsReady('en', 'detail'), wordsReady('en', 'later')])
})

const said = (body: ReportBody, lang: 'fr' | 'en') =>
  reportSentence(body, { lang, say: wordsIn(lang) }).replaceAll(/[\u00A0\u202F]/g, ' ')

test.each<[string, ReportBody, string, string]>([
  ['an arrival', arrived(875), '875 citernes arrivées', '875 tankers arrived'],
  [
    'an arrival without a count',
    arrived(null),
    'Convoi arrivé, 1 convoi',
    'Convoy arrived, 1 convoy',
  ],
  [
    'an attack with its toll',
    attack({ tankersDestroyed: { low: 20, best: null, high: 40 }, peopleKilled: exactly(15) }),
    'Attaque, 20 à 40 citernes détruites, 15 morts',
    'Attack, 20 to 40 tankers destroyed, 15 people killed',
  ],
  [
    'an attack without one',
    attack({ events: 1 }),
    'Attaque, bilan non chiffré',
    'Attack, toll not given',
  ],
  [
    'a price by the bottle',
    price(3000, { container: { size: 1.5, unit: 'litre' } }),
    'Essence, marché parallèle : 2 000 FCFA/L (3 000 FCFA les 1,5 L)',
    'Petrol, parallel market: 2,000 CFA/L (3,000 CFA francs for 1.5 L)',
  ],
  [
    'a price by the litre',
    price(775),
    'Essence, marché parallèle : 775 FCFA/L',
    'Petrol, parallel market: 775 CFA/L',
  ],
  [
    'a price in another currency, not converted',
    price(25, { currency: 'USD' }),
    'Essence, marché parallèle : 25 USD le litre',
    'Petrol, parallel market: 25 USD a litre',
  ],
  ['a wait', queue({ waitHours: exactly(72) }), 'Attente : 72 h', 'Wait: 72 h'],
  [
    'several figures of one queue, in running text',
    queue({ facility: 'open', waitHours: exactly(3), vehicles: exactly(40) }),
    'Station ouverte, attente : 3 h, véhicules en file : 40',
    'Station open, wait: 3 h, vehicles queueing: 40',
  ],
  [
    'counted stations',
    queue({ stations: { open: 20, known: 27, openShare: null, mostlyOpen: null } }),
    '20 stations ouvertes sur 27',
    '20 of 27 stations open',
  ],
  [
    'most stations, and no more than that',
    queue({ stations: { open: null, known: null, openShare: null, mostlyOpen: false } }),
    'Stations à sec pour la plupart',
    'Most stations dry',
  ],
  ['a ration', bulletin('ration_litres', 20, 'L'), 'Ration : 20 L', 'Ration: 20 L'],
  ['a decision', bulletin('blockade_declared', 1, 'flag'), 'Blocus déclaré', 'Blockade declared'],
  [
    'a decision lifted',
    bulletin('transport_suspended', 0, 'flag'),
    'Levée ou fin : Transport de carburant suspendu',
    'Lifted or ended: Fuel transport suspended',
  ],
  ['a report without a figure', queue({}), 'Aucune donnée chiffrée', 'No figure given'],
])('%s', (_, body, fr, en) => {
  expect(said(body, 'fr')).toBe(fr)
  expect(said(body, 'en')).toBe(en)
})
