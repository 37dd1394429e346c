import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { becomeAsker } from '#api/asker.ts'
import { server } from '#mocks/node.ts'

// Parts of the screen come when they are needed: on a busy machine their code alone takes longer than the usual second.
configure({ asyncUtilTimeout: 5_000 })

// A request that no test foresaw is a mistake in the screen or in the test.
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterAll(() => server.close())

const logged = vi.spyOn(console, 'error')

afterEach(() => {
  cleanup()
  server.resetHandlers()
  history.replaceState(null, '', '/')
  localStorage.clear()
  becomeAsker('public', { lapsed: false })
  delete document.documentElement.dataset['theme']
  const calls = logged.mock.calls.splice(0)
  if (calls.length > 0) throw new Error(`Written to console.error: ${calls.flat().join(' ')}`)
})

/** jsdom knows the element but not what it does: open and closed, and the event that follows. */
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true
  },
  close(this: HTMLDialogElement) {
    this.open = false
  },
})

/** jsdom has no layout: everything is in view at once. */
class EverythingInView {
  readonly #tell: IntersectionObserverCallback
  constructor(tell: IntersectionObserverCallback) {
    this.#tell = tell
  }
  observe(target: Element) {
    const entry = { isIntersecting: true, target } as IntersectionObserverEntry
    this.#tell([entry], this as unknown as IntersectionObserver)
  }
  disconnect() {
    // Nothing is kept.
  }
}
// Not stubbed: a test that takes back its own stubs needs this one still.
Object.assign(globalThis, { IntersectionObserver: EverythingInView })

class NothingResizes {
  observe() {
    // Without layout nothing changes size.
  }
  unobserve() {
    // Nothing was observed.
  }
  disconnect() {
    // Nothing was observed.
  }
}
vi.stubGlobal('ResizeObserver', NothingResizes)

Object.assign(Element.prototype, {
  scrollTo() {
    // Without layout there is nowhere to scroll to.
  },
})
