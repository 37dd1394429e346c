import { expect, test } from 'vitest'
import { apiOver } from '#mocks/api-over.ts'
import { sharingGround } from './shared-ground.ts'

const { api } = await apiOver('record')

test('the map’s coasts stand in the page twice: for a phone, and for all that is wider', async () => {
  const html = await (await api.request('http://jauge.example/embed/corridors?lang=en')).text()
  expect(html.match(/<g (id="w-ground" )?class="ground"/g)).toHaveLength(2)
  expect(html).toContain('<use href="#w-ground" transform="scale(0.6923)"/>')
  expect(html.match(/<svg /g)).toHaveLength(3)
})

test('a map of a height of its own keeps its coasts', async () => {
  const html = await (
    await api.request('http://jauge.example/embed/corridors?lang=en&height=400')
  ).text()
  expect(html.match(/<g class="ground"/g)).toHaveLength(3)
  expect(html).not.toContain('w-ground')
})

test('a chart stays as it is', () => {
  const drawn = ['n', 'c', 'w'].map((name) => ({ name, width: 1, svg: `<svg>${name}</svg>` }))
  expect(sharingGround(drawn)).toEqual(drawn)
})
