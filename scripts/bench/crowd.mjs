import { whileHandingIn } from './handing-in.mjs'
import { bareServer, readBy } from './readers.mjs'

const PER_SECOND = 1_500
const P99_MS = 80
/** Of what has no goal of its own. */
const BRIEFLY_SECONDS = 3

/** Many readers who are all told the same: at rest, beside a server that does nothing else, and while reports come in. */
export async function crowd(url, { row, key, options }) {
  const situation = new URL('/api/v1/situation', url).href
  return [
    ...(await rested(situation, { row, options })),
    ...(await elsewhere(url, { row, options })),
    ...(await written(url, { row, key, options, situation })),
  ]
}

async function rested(situation, { row, options: { readers, seconds } }) {
  const what = `${readers} readers of the public situation`
  const rows = (found) => [
    row({ what, unit: '/s', goal: { least: PER_SECOND }, ...found.perSecond }),
    row({ what: `${what}, p99`, goal: { most: P99_MS }, ...found.p99 }),
  ]
  try {
    const bare = await bareServer(situation)
    const reference = await readBy(readers, { url: bare.url, seconds: Math.min(5, seconds) })
    bare.stop()
    const ours = await readBy(readers, { url: situation, seconds })
    const of = (name, unit) => ({
      value: ours[name],
      reference: { what: 'from a bare server', value: reference[name], unit },
    })
    return rows({ perSecond: of('perSecond', '/s'), p99: of('p99', 'ms') })
  } catch (error) {
    const none = { value: null, why: error.message }
    return rows({ perSecond: none, p99: none })
  }
}

async function elsewhere(url, { row, options: { readers } }) {
  const rows = []
  for (const [path, name] of [
    ['/', 'the page'],
    ['/api/v1/series/wait', 'one series'],
    ['/embed/wait', 'an embed'],
  ]) {
    const what = `${readers} readers of ${name}`
    try {
      const read = { url: new URL(path, url).href, seconds: BRIEFLY_SECONDS }
      const { perSecond, p99 } = await readBy(readers, read)
      rows.push(row({ what, note: `p99 ${p99} ms`, value: perSecond, unit: '/s' }))
    } catch (error) {
      rows.push(row({ what, value: null, why: error.message, unit: '/s' }))
    }
  }
  return rows
}

async function written(url, { row, key, options: { readers, seconds }, situation }) {
  const what = `${readers} readers, a report a second`
  try {
    const read = () => readBy(readers, { url: situation, seconds })
    const { perSecond, p99, longest, handedIn, late } = await whileHandingIn(url, key, read)
    const note = `p99 ${p99} ms`
    return [
      row({ what, note, value: perSecond, unit: '/s' }),
      row({ what: `${what}, the longest wait`, value: longest }),
      row({
        what: `${what}, not in the next answer`,
        note: `of ${handedIn}`,
        value: late,
        unit: '',
        goal: { most: 0 },
      }),
    ]
  } catch (error) {
    return [row({ what, value: null, why: error.message, unit: '/s' })]
  }
}
