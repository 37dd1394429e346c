import { describe } from 'vitest'
import { memoryStore } from './memory.ts'
import { storeSuite, SUITE_PARTS } from './store-suite.ts'

describe('in memory', () => {
  let store = memoryStore(SUITE_PARTS)
  storeSuite({
    store: () => store,
    async reset() {
      store = memoryStore(SUITE_PARTS)
    },
  })
})
