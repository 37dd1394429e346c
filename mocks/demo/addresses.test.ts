import { expect, test } from 'vitest'
import { asAnswered, demoAddresses } from './addresses.ts'

const embed = { chart: 'wait', view: { from: '2025-11-01', lang: 'en' }, theme: 'dark' } as const

test('what stands around a frame of a demo is named below its path, as files', () => {
  const {
    embed: page,
    open,
    csv,
    hasOEmbed,
  } = demoAddresses('/jauge', {
    scenario: 'blockade',
    seed: 1,
  })
  expect(page(embed)).toBe('/jauge/embed/wait-en-dark.html?from=2025-11-01')
  expect(open('from=2025-11-01&lang=en')).toBe('/jauge/?from=2025-11-01&lang=en')
  expect([csv(embed), hasOEmbed]).toEqual([null, false])
})

test('another country goes along with its frame, and with the way into the demo', () => {
  const { embed: page, open } = demoAddresses('', { scenario: 'calm', seed: 7 })
  expect(page(embed)).toBe('/embed/wait-en-dark.html?from=2025-11-01&scenario=calm&seed=7')
  expect(open('lang=en')).toBe('/?lang=en&scenario=calm&seed=7')
})

test.each([
  ['/embed/wait-fr.html?last=90d&seed=7', '/embed/wait?last=90d&lang=fr'],
  ['/embed/wait?last=90d&lang=fr', '/embed/wait?last=90d&lang=fr'],
  ['/api/v1/reports?kind=convoy', '/api/v1/reports?kind=convoy'],
  // What asks the API for another country than it has is refused as before.
  ['/api/v1/reports?seed=7', '/api/v1/reports?seed=7'],
])('%s asks the API for %s', (address, asked) => {
  expect(asAnswered(`http://host${address}`)).toBe(`http://host${asked}`)
})

test('oEmbed is asked about a file as about its chart, and about nobody else’s', () => {
  const about = (url: string) => {
    const asked = asAnswered(`http://host/oembed?url=${encodeURIComponent(url)}&format=xml`)
    return new URL(asked).searchParams.get('url')
  }
  expect(about('http://host/jauge/embed/wait-fr.html?seed=2')).toBe(
    'http://host/jauge/embed/wait?lang=fr',
  )
  expect(about('http://other/embed/wait-fr.html')).toBe('http://other/embed/wait-fr.html')
  expect(about('nothing')).toBe('nothing')
})
