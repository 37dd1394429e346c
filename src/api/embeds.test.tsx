import { afterEach, expect, test } from 'vitest'
import { publishedAddress } from './embeds.ts'

const embed = { chart: 'wait', view: { place: 'bamako', lang: 'fr' }, theme: 'dark' } as const

afterEach(() => history.replaceState(null, '', '/'))

test('a real chart is named as the server knows it, whatever the studio’s address says besides', () => {
  history.replaceState(null, '', '/embed?chart=wait&seed=7')
  expect(publishedAddress(embed, 'live')).toBe(
    `${location.origin}/embed/wait?place=bamako&theme=dark&lang=fr`,
  )
})

test('a simulated one is named as the file that was drawn ahead, with its country and without the role', () => {
  history.replaceState(null, '', '/embed?chart=wait&scenario=calm&seed=7&role=analyst')
  expect(publishedAddress(embed, 'demo')).toBe(
    `${location.origin}/embed/wait-fr-dark.html?place=bamako&scenario=calm&seed=7`,
  )
})
