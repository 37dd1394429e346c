import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { findServer, lockFolder } from './lock.ts'
import { socketPlace } from './socket.ts'

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe('one writer per folder', () => {
  let folder: string
  const children: ChildProcess[] = []

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'jauge-lock-')))
  })
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })

  /** Another process that tries to take the folder: "held", or the sentence with which it was refused. */
  async function starter(): Promise<{
    child: ChildProcess
    said: Promise<string>
    ended: Promise<unknown>
  }> {
    const script = join(import.meta.dirname, 'lock-for-tests.mjs')
    const child = fork(script, [folder], { stdio: 'inherit' })
    children.push(child)
    const ended = once(child, 'exit')
    await once(child, 'message')
    const said = once(child, 'message').then(([message]) => String(message))
    return { child, said, ended }
  }
  async function start(): Promise<{ child: ChildProcess; said: string }> {
    const { child, said } = await starter()
    child.send('go')
    return { child, said: await said }
  }

  test('a second server is refused, and told who holds the folder', async () => {
    const first = await start()
    expect(first.said).toBe('held')
    const second = await start()
    expect(second.said).toContain(`Another Jauge server (pid ${first.child.pid}) holds ${folder}`)
  })

  test('a folder that is given back can be taken again, and nothing is left in it', async () => {
    await (await lockFolder(folder, 'server')).release()
    expect(await readdir(folder)).toEqual([])
    await (await lockFolder(folder, 'server')).release()
  })

  test('a killed server leaves a socket that stops nobody, and is cleared away', async () => {
    const killed = await start()
    killed.child.kill('SIGKILL')
    await once(killed.child, 'exit')
    expect(await readdir(folder)).toHaveLength(1)
    const lock = await lockFolder(folder, 'server')
    expect(await readdir(folder)).toHaveLength(1)
    await lock.release()
    expect(await readdir(folder)).toEqual([])
  })

  test('of many that start at once beside the socket of a killed one, exactly one goes on', async () => {
    for (let round = 0; round < 3; round += 1) {
      const starters = await Promise.all(Array.from({ length: 5 }, starter))
      for (const { child } of starters) child.send('go')
      const said = await Promise.all(starters.map((each) => each.said))
      expect(said.filter((word) => word === 'held')).toHaveLength(1)
      expect(said.filter((word) => word.startsWith('Another Jauge server'))).toHaveLength(4)
      for (const { child } of starters) child.kill('SIGKILL')
      await Promise.all(starters.map(({ ended }) => ended))
    }
  })

  test('a stopped process still holds its folder', async () => {
    const stopped = await start()
    stopped.child.kill('SIGSTOP')
    await expect(lockFolder(folder, 'server')).rejects.toThrow('Another Jauge server')
  })

  test('whoever listens there without being one of us is not pushed aside', async () => {
    const stranger = createServer((socket) => socket.on('data', () => socket.end('hello')))
    const path = join(folder, 'server.1.00000000.sock')
    await new Promise<void>((resolve) => void stranger.listen(path, resolve))
    await expect(lockFolder(folder, 'server')).rejects.toThrow('Another Jauge server')
    await new Promise((resolve) => stranger.close(resolve))
  })

  test('a file in place of a socket stops nobody', async () => {
    await writeFile(join(folder, 'server.1.00000000.sock'), '')
    const lock = await lockFolder(folder, 'server')
    expect(await readdir(folder)).toHaveLength(1)
    await lock.release()
  })

  test('a path too long for a socket has it in the folder for passing files', async () => {
    const long = join(folder, 'a'.repeat(120))
    await mkdir(long)
    expect(socketPlace(long).directory).toBe(tmpdir())
    const lock = await lockFolder(long, 'server')
    await expect(lockFolder(long, 'server')).rejects.toThrow('Another Jauge server')
    expect((await findServer(long))?.occupant.pid).toBe(process.pid)
    await lock.release()
    expect(await readdir(long)).toEqual([])
    expect(await findServer(long)).toBeNull()
  })

  test('an import that holds a folder is no server to talk to', async () => {
    const lock = await lockFolder(folder, 'import')
    expect(await findServer(folder)).toBeNull()
    await expect(lockFolder(folder, 'server')).rejects.toThrow(`An import (pid ${process.pid})`)
    await lock.release()
  })

  test('a command that holds a folder is named as one, and is soon over', async () => {
    const lock = await lockFolder(folder, 'command')
    const named = `Another command of Jauge (pid ${process.pid}) is writing`
    await expect(lockFolder(folder, 'server')).rejects.toThrow(named)
    await lock.release()
  })

  test('nobody but its own user can reach a server by its socket', async () => {
    const before = process.umask(0)
    const lock = await lockFolder(folder, 'server')
    process.umask(before)
    const [socket = ''] = await readdir(folder)
    expect((await stat(join(folder, socket))).mode & 0o077).toBe(0)
    await lock.release()
  })
})
