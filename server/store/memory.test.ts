import { describe } from 'vitest'
import { memoryStore } from './memory.ts'
import { SUITE_PARTS } from './store-fixture.ts'
import { storeSuite } from './store-suite.ts'

describe('in memory', () => {
  let store = memoryStore(SUITE_PARTS)
  storeSuite({
    store: () => store,
    async reset() {
      store = memoryStore(SUITE_PARTS)
    },
  })
})
