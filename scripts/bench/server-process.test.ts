import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { memoryOf } from './server-process.mjs'

test('what a process holds is told in megabytes', () => {
  const { nowMb, mostMb } = memoryOf(process.pid)
  expect(nowMb).toBeGreaterThan(20)
  expect(mostMb ?? nowMb).toBeGreaterThanOrEqual(nowMb * 0.9)
})

test('a process that has ended holds no number that is none', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  const found: number[] = []
  // Asked all the while, it is asked between its end and our being told of it too.
  for (let isOver = false; !isOver; await setTimeout(1))
    try {
      found.push(memoryOf(child.pid ?? 0).nowMb)
    } catch {
      isOver = true
    }
  expect(found.filter(Number.isNaN)).toEqual([])
})
