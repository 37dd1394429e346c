import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { weigh } from './bench/bytes.mjs'
import { buildIfNeeded } from './build.mjs'

const FOLDER = 'dist/client'

beforeAll(async () => {
  if ((await buildIfNeeded()) !== 0) throw new Error('The client does not build.')
}, 120_000)

async function filesOf(ending: RegExp): Promise<{ name: string; text: string }[]> {
  const names = (await readdir(FOLDER, { recursive: true })).filter((name) => ending.test(name))
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(FOLDER, name), 'utf8') })),
  )
}

describe('what the build weighs', () => {
  test('every part keeps its budget', async () => {
    const { parts, linkedStyles } = await weigh(FOLDER)
    expect(parts.length).toBe(8)
    const heavy = parts.filter(({ bytes, budget }) => bytes > budget || !(bytes > 300))
    expect(heavy).toEqual([])
    expect(linkedStyles).toBe(0)
  }, 60_000)

  test('the page asks for one script and no style before its first paint', async () => {
    const page = await readFile(join(FOLDER, 'index.html'), 'utf8')
    expect([...page.matchAll(/<script[^>]+src=/g)]).toHaveLength(1)
    expect(page).not.toMatch(/<link[^>]+(stylesheet|modulepreload)/)
  })

  test('every text file of a packet or more stands beside its compressed copies', async () => {
    const files = (await filesOf(/\.(js|json|svg)$/)).filter(
      ({ name }) => !name.startsWith('.vite'),
    )
    const large = files.filter(({ text }) => Buffer.byteLength(text) >= 1024)
    expect(large.length).toBeGreaterThan(5)
    for (const { name, text } of large) {
      expect(brotliDecompressSync(await readFile(join(FOLDER, `${name}.br`))).toString()).toBe(text)
      expect(gunzipSync(await readFile(join(FOLDER, `${name}.gz`))).toString()).toBe(text)
    }
  })
})

describe('what the build holds', () => {
  test('the page keeps the places that the server fills', async () => {
    const page = await readFile(join(FOLDER, 'index.html'), 'utf8')
    for (const mark of [
      '<html lang="fr">',
      '<!--jauge:head-->',
      '<!--jauge:noscript-->',
      '<!--jauge:data-->',
    ])
      expect(page.split(mark)).toHaveLength(2)
  })

  /** Named in a text or linked to, and never fetched: name spaces, error pages, sources, credits. */
  const MERELY_NAMED = new Set([
    'www.w3.org',
    'react.dev',
    'redux.js.org',
    'redux-toolkit.js.org',
    'bit.ly',
    'leafletjs.com',
    'www.openstreetmap.org',
    'mali24.info',
    'bamada.net',
    'localhost',
  ])
  const strangers = (text: string) =>
    [...text.matchAll(/https?:\/\/([\w.-]+)/g)]
      .map((found) => found[1] ?? '')
      .filter((host) => !MERELY_NAMED.has(host))

  test('nothing in it speaks to another host', async () => {
    const files = await filesOf(/\.(js|html|json|css|svg)$/)
    expect(files.length).toBeGreaterThan(10)
    expect(
      files.flatMap(({ name, text }) => strangers(text).map((host) => `${name}: ${host}`)),
    ).toEqual([])
    const loads = files.filter(({ text }) => /(?:src=|url\(|import\()["']?https?:/.test(text))
    expect(loads.map(({ name }) => name)).toEqual([])
  })

  test('a font from elsewhere would be caught', () => {
    expect(strangers('@import "https://fonts.example.com/serif.css"')).toEqual([
      'fonts.example.com',
    ])
  })

  test('none of the tests’ server is in it', async () => {
    const files = await filesOf(/\.(js|html)$/)
    expect(
      files.filter(({ text }) => /\bmsw\b|mockServiceWorker|embargoedUntil/.test(text)),
    ).toEqual([])
  })
})
