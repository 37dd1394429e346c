/** What the page's thread does, by the event of the trace that tells of it. */
const KINDS = {
  EvaluateScript: 'scripts',
  FunctionCall: 'scripts',
  RunMicrotasks: 'scripts',
  TimerFire: 'scripts',
  FireAnimationFrame: 'scripts',
  EventDispatch: 'scripts',
  'v8.run': 'scripts',
  'v8.compile': 'reading scripts',
  'v8.compileModule': 'reading scripts',
  'V8.CompileCode': 'reading scripts',
  ParseHTML: 'reading the page',
  UpdateLayoutTree: 'styles and places',
  Layout: 'styles and places',
  PrePaint: 'painting',
  Paint: 'painting',
  Layerize: 'painting',
  Commit: 'painting',
  MinorGC: 'collecting garbage',
  MajorGC: 'collecting garbage',
  'V8.GC_MC_INCREMENTAL': 'collecting garbage',
}
const SHOWN = 12

/** The page's thread, by what it is busy with and by the script and function that runs, dearest first. */
export function threadCosts(events) {
  const thread = mainThread(events)
  const mine = events.filter(({ pid, tid }) => pid === thread.pid && tid === thread.tid)
  const kinds = new Map()
  for (const { name, own } of ownTimes(mine))
    add(kinds, KINDS[name] ?? 'everything else', own / 1000)
  const { byScript, byFunction } = samplesOf(events, thread)
  return [
    `\nThe page's thread, ms (a quarter of this processor):`,
    ...ranked(kinds),
    '\nScripts by file, ms of samples:',
    ...ranked(byScript),
    '\nScripts by function, ms of samples:',
    ...ranked(byFunction),
  ]
}

const add = (sums, key, amount) => sums.set(key, (sums.get(key) ?? 0) + amount)

function ranked(sums) {
  const sorted = [...sums].toSorted(([, a], [, b]) => b - a).slice(0, SHOWN)
  return sorted.map(([name, ms]) => `${ms.toFixed(0).padStart(8)}  ${name}`)
}

/** The thread that ran most of the scripts: there are others, of the browser itself. */
function mainThread(events) {
  const sums = new Map()
  for (const { pid, tid, name, dur = 0 } of events)
    if (name === 'EvaluateScript' || name === 'FunctionCall') add(sums, `${pid}/${tid}`, dur)
  const [[most]] = [...sums].toSorted(([, a], [, b]) => b - a)
  const [pid, tid] = most.split('/').map(Number)
  return { pid, tid }
}

/** Each event with the microseconds that none of those inside it took. */
function ownTimes(events) {
  const whole = events
    .filter(({ ph, dur }) => ph === 'X' && dur > 0)
    .toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)
  const open = []
  const found = []
  for (const { name, ts, dur } of whole) {
    while (open.length > 0 && open.at(-1).end <= ts) open.pop()
    const around = open.at(-1)
    if (around) around.entry.own -= dur
    const entry = { name, own: dur }
    found.push(entry)
    open.push({ end: ts + dur, entry })
  }
  return found
}

/** V8's samples: which function of which file was running. */
function samplesOf(events, { pid }) {
  const nodes = new Map()
  const byScript = new Map()
  const byFunction = new Map()
  for (const { args } of events.filter(
    (each) => each.name === 'ProfileChunk' && each.pid === pid,
  )) {
    const { cpuProfile, timeDeltas = [] } = args.data
    for (const node of cpuProfile?.nodes ?? []) nodes.set(node.id, node.callFrame)
    for (const [nth, id] of (cpuProfile?.samples ?? []).entries()) {
      const frame = nodes.get(id)
      const ms = (timeDeltas[nth] ?? 0) / 1000
      if (!frame || ['(idle)', '(program)', '(root)'].includes(frame.functionName)) continue
      const file = frame.url
        ? frame.url.split('/').at(-1) || 'the page'
        : frame.functionName || 'native'
      add(byScript, file, ms)
      add(
        byFunction,
        `${frame.functionName || '(unnamed)'}  ${file}:${frame.lineNumber + 1}:${frame.columnNumber + 1}`,
        ms,
      )
    }
  }
  return { byScript, byFunction }
}
