import { expect, test } from 'vitest'
import { answeredAddress, drawnAddress } from './drawn-embed.ts'

test.each([
  ['/embed/wait?lang=fr', '/embed/wait-fr.html'],
  ['/embed/wait?theme=dark&lang=en', '/embed/wait-en-dark.html'],
  ['/jauge/embed/corridors?theme=light&lang=fr', '/jauge/embed/corridors-fr-light.html'],
  [
    '/embed/arrivals?last=90d&height=300&theme=dark&lang=en',
    '/embed/arrivals-en-dark.html?last=90d&height=300',
  ],
  ['/embed/prices?place=bamako&lang=en', '/embed/prices-en.html?place=bamako'],
])('%s is drawn ahead at %s, and asked for from there', (answered, drawn) => {
  expect(drawnAddress(answered)).toBe(drawn)
  const [path, search] = answeredAddress(drawn).split('?')
  expect(path).toBe(answered.split('?')[0])
  expect(Object.fromEntries(new URLSearchParams(search))).toEqual(
    Object.fromEntries(new URLSearchParams(answered.split('?')[1])),
  )
})

test('another simulated country is asked for beside the question', () => {
  expect(drawnAddress('/embed/wait?lang=fr', { scenario: 'calm', seed: '7' })).toBe(
    '/embed/wait-fr.html?scenario=calm&seed=7',
  )
})

test.each(['/embed/wait', '/charts/wait.svg?lang=fr', '/?lang=fr', '/embed/wait/x?lang=fr'])(
  '%s is drawn ahead nowhere',
  (address) => {
    expect(() => drawnAddress(address)).toThrow('is no embed')
    expect(answeredAddress(address)).toBe(address)
  },
)

test.each(['/embed/wait-de.html', '/embed/wait-fr-pink.html', '/embed/wait-fr.htm?x=1'])(
  '%s is no page that is drawn ahead',
  (address) => {
    expect(answeredAddress(address)).toBe(address)
  },
)
