import { describe } from 'vitest'
import { accessSuite } from '#server/access/access-suite.ts'
import { memoryAccess } from '#server/access/memory-access.ts'
import { memoryStore } from './memory.ts'
import { SUITE_PARTS } from './store-fixture.ts'
import { purgeSuite } from './purge-suite.ts'
import { storeSuite } from './store-suite.ts'

function empty() {
  const access = memoryAccess(SUITE_PARTS)
  return { access, store: memoryStore(SUITE_PARTS, access) }
}

describe('in memory', () => {
  let both = empty()
  const tested = {
    tested: () => both,
    async reset() {
      both = empty()
    },
  }
  storeSuite(tested)
  describe('purges', () => {
    purgeSuite(tested)
  })
  describe('keys, sessions and the log', () => {
    accessSuite(tested)
  })
})
