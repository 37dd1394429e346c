/** Two years of reports end here: a correction of this day touches a week that every question does. */
const OBSERVED = '2026-01-29T10:00:00Z'
const ID = '6f1f3b52-7d0e-4a57-9a53-0c1d2e3f4a5b'

/**
 * Hands in what a page has told of one queue, with another note each time: a correction, so that however often it is
 * measured there is one report more and no others. Throws when it is not taken in.
 */
export async function handIn(url, key) {
  const note = `Corrected at ${new Date().toISOString()}`
  const report = {
    id: ID,
    observedAt: OBSERVED,
    precision: 'day',
    position: { place: 'bamako' },
    source: { name: 'Bench', kind: 'press', url: 'https://example.org/bench' },
    reliability: 'B',
    credibility: 2,
    sensitivity: 'published',
    note,
    body: { kind: 'queue', product: 'petrol', queueSeen: true },
  }
  const response = await fetch(new URL('/api/v1/reports', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ reports: [report] }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 300)}`)
  return { id: JSON.parse(text).receipts[0].report, note }
}

/** True when the public's next answer has what was just handed in. */
export async function isToldAtOnce(url, { id, note }) {
  const answer = await (await fetch(new URL(`/api/v1/reports/${id}`, url))).json()
  return answer.report?.note === note
}

/** Milliseconds from asking for the situation to its answer, each time right after something came in. */
export async function afterWrites(url, { key, times }) {
  const found = []
  for (let n = 0; n < times; n += 1) {
    await handIn(url, key)
    const asked = performance.now()
    const response = await fetch(new URL('/api/v1/situation', url))
    await response.text()
    found.push(performance.now() - asked)
  }
  return found.toSorted((a, b) => a - b)
}

/** Hands in a report every second while `work` runs: how many came in, and how many the next answer did not have. */
export async function whileHandingIn(url, key, work) {
  const told = { isOver: false, handedIn: 0, late: 0 }
  const writer = (async () => {
    while (!told.isOver) {
      const report = await handIn(url, key)
      told.handedIn += 1
      if (!(await isToldAtOnce(url, report))) told.late += 1
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }
  })()
  try {
    return { ...(await work()), ...told }
  } finally {
    told.isOver = true
    await writer
  }
}
