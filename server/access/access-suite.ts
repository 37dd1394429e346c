import { beforeEach, expect, test } from 'vitest'
import { setNow, START } from '#server/store/store-fixture.ts'
import type { Tested } from '#server/store/store-suite.ts'
import type { NewKey, Session } from './access-store.ts'

const NEXT_DAY = '2026-01-11T12:00:00.000Z'

function keyOf(id: string, change: Partial<NewKey> = {}): NewKey {
  return {
    id,
    label: 'Awa',
    role: 'partner',
    expiresAt: null,
    digest: `digest of ${id}`,
    ...change,
  }
}

function sessionOf(digest: string, change: Partial<Session> = {}): Session {
  return { digest, role: 'partner', label: 'Awa', key: null, expiresAt: NEXT_DAY, ...change }
}

/** What every store of keys, sessions and the log must do. */
export function accessSuite({ tested, reset }: Tested): void {
  const access = () => tested().access
  const log = async () =>
    (await access().audit(100)).map(({ by, action, about }) => [by, action, about])

  beforeEach(async () => {
    setNow(START)
    await reset()
  })

  test('a key is listed as it was made, without what it could be made from', async () => {
    const made = await access().addKey(keyOf('aaa', { expiresAt: NEXT_DAY }), 'command line')
    expect(made).toEqual({
      id: 'aaa',
      label: 'Awa',
      role: 'partner',
      createdAt: START,
      expiresAt: NEXT_DAY,
      revokedAt: null,
    })
    expect(await access().keys()).toEqual([made])
    expect(await access().keyOf('aaa')).toEqual({ ...made, digest: 'digest of aaa' })
    expect(await access().keyOf('bbb')).toBeNull()
  })

  test('the newest key comes first, and a revoked one stays in the list', async () => {
    await access().addKey(keyOf('aaa'), 'command line')
    setNow(NEXT_DAY)
    await access().addKey(keyOf('bbb'), 'command line')
    expect(await access().revokeKey('aaa', 'command line')).toBe(true)
    expect((await access().keys()).map(({ id, revokedAt }) => [id, revokedAt])).toEqual([
      ['bbb', null],
      ['aaa', NEXT_DAY],
    ])
  })

  test('two keys of one id are one too many: the first stays, and the log tells of it alone', async () => {
    await access().addKey(keyOf('aaa'), 'command line')
    const second = keyOf('aaa', { label: 'Binta' })
    await expect(async () => access().addKey(second, 'command line')).rejects.toThrow(
      'There is a key aaa already',
    )
    expect(await access().keys()).toMatchObject([{ label: 'Awa' }])
    expect(await log()).toHaveLength(1)
  })

  test('a key is revoked once, and one that is not there or has expired not at all', async () => {
    await access().addKey(keyOf('aaa'), 'command line')
    await access().addKey(keyOf('old', { expiresAt: NEXT_DAY }), 'command line')
    setNow(NEXT_DAY)
    const ids = ['aaa', 'aaa', 'old', 'none']
    const revoked: boolean[] = []
    for (const id of ids) revoked.push(await access().revokeKey(id, 'Binta'))
    expect(revoked).toEqual([true, false, false, false])
    expect(await log()).toEqual([
      ['Binta', 'key-revoked', 'partner key aaa for Awa'],
      ['command line', 'key-made', 'partner key old for Awa'],
      ['command line', 'key-made', 'partner key aaa for Awa'],
    ])
  })

  test('a session lasts until it ends, and not a millisecond more', async () => {
    await access().openSession(sessionOf('s'))
    setNow('2026-01-11T11:59:59.999Z')
    expect(await access().sessionOf('s')).toEqual(sessionOf('s'))
    setNow(NEXT_DAY)
    expect(await access().sessionOf('s')).toBeNull()
    expect(await access().sessionOf('another')).toBeNull()
  })

  test('a session that is closed is over, and is closed once', async () => {
    await access().openSession(sessionOf('s'))
    expect(await access().closeSession('s')).toBe(true)
    expect(await access().sessionOf('s')).toBeNull()
    expect(await access().closeSession('s')).toBe(false)
  })

  test('revoking a key ends its sessions at once, and those of no other key', async () => {
    for (const id of ['aaa', 'bbb']) await access().addKey(keyOf(id), 'command line')
    await access().openSession(sessionOf('of aaa', { key: 'aaa' }))
    await access().openSession(sessionOf('of bbb', { key: 'bbb' }))
    await access().openSession(sessionOf('of nobody’s key'))
    await access().revokeKey('aaa', 'command line')
    // As one that was opened while the key was being revoked.
    await access().openSession(sessionOf('late', { key: 'aaa' }))
    expect(await access().sessionOf('of aaa')).toBeNull()
    expect(await access().sessionOf('late')).toBeNull()
    expect(await access().sessionOf('of bbb')).not.toBeNull()
    expect(await access().sessionOf('of nobody’s key')).not.toBeNull()
  })

  test('a session ends with its key, even when it was to last longer', async () => {
    await access().addKey(keyOf('aaa', { expiresAt: '2026-01-10T13:00:00.000Z' }), 'command line')
    await access().openSession(sessionOf('s', { key: 'aaa' }))
    expect(await access().sessionOf('s')).not.toBeNull()
    setNow('2026-01-10T13:00:00.000Z')
    expect(await access().sessionOf('s')).toBeNull()
  })

  test('the log gives the newest first, and no more than it is asked for', async () => {
    await access().note({ by: 'Awa', action: 'signed-in', about: null })
    setNow(NEXT_DAY)
    await access().note({ by: 'Binta', action: 'signed-in', about: 'provider' })
    await access().note({ by: 'Binta', action: 'signed-out', about: null })
    expect(await access().audit(2)).toEqual([
      { at: NEXT_DAY, by: 'Binta', action: 'signed-out', about: null },
      { at: NEXT_DAY, by: 'Binta', action: 'signed-in', about: 'provider' },
    ])
    expect(await access().audit(100)).toHaveLength(3)
  })
}
