import { brotliDecompressSync } from 'node:zlib'
import type * as zlib from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { compressed } from './compression.ts'
import { rememberBody } from './kept-body.ts'

const failing = vi.hoisted(() => ({ times: 0 }))

vi.mock('node:zlib', async (original) => {
  const real = await original<typeof zlib>()
  const brotliCompress = (...words: Parameters<typeof real.brotliCompress>) => {
    const done = words.at(-1) as unknown as (error: Error) => void
    if (failing.times-- > 0) done(new Error('no memory'))
    else real.brotliCompress(...words)
  }
  return { ...real, brotliCompress }
})

test('that a kept body could not be compressed once is not kept beside it', async () => {
  const kept = { bytes: new TextEncoder().encode('é'.repeat(2_000)), forms: new Map() }
  const ask = async () => {
    const response = new Response(kept.bytes, { headers: { 'Content-Type': 'text/plain' } })
    rememberBody(response, kept)
    const headers = { 'Accept-Encoding': 'br' }
    const answer = await compressed(new Request('http://jauge/', { headers }), response)
    return brotliDecompressSync(new Uint8Array(await answer.arrayBuffer())).toString()
  }
  failing.times = 1
  await expect(Promise.all([ask(), ask()])).rejects.toThrow('no memory')
  expect(await ask()).toBe('é'.repeat(2_000))
})
