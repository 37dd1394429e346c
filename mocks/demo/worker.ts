import { serveDemo } from './serve.ts'

// A worker speaks to its page as a port does.
serveDemo(self as unknown as MessagePort)
