import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'

/**
 * `readers` readers, each of whom asks again as soon as he is answered: how many answers a second they get together, and
 * in how many milliseconds 99 of 100, and all of them. Throws when an answer is anything but 200.
 */
export async function readBy(readers, { url, seconds }) {
  const ask = (duration) =>
    autocannon({ url, connections: readers, duration, headers: { 'accept-encoding': 'br' } })
  await ask(Math.min(3, seconds))
  const { requests, latency, duration, errors, timeouts, non2xx } = await ask(seconds)
  // An error counts a timeout too.
  if (errors + non2xx > 0)
    throw new Error(
      `of ${requests.sent} questions, ${timeouts} took over ten seconds, ${errors - timeouts} were broken off and ${non2xx} refused`,
    )
  if (requests.total === 0) throw new Error(`nobody was answered in ${seconds} s`)
  return { perSecond: requests.total / duration, p99: latency.p99, longest: latency.max }
}

/** The very answer of `url` from a server that does nothing else: what Node itself gives on this machine. */
export async function bareServer(url) {
  const response = await fetch(url, { headers: { 'accept-encoding': 'br' } })
  const body = await response.text()
  const child = fork(fileURLToPath(import.meta.resolve('./bare-server.mjs')))
  const address = new Promise((resolve) => child.once('message', resolve))
  child.send({ body, type: response.headers.get('content-type') })
  return { url: await address, stop: () => child.kill() }
}
