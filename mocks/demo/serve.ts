import { API_BASE } from '#contract/route.ts'
import type { SimulationParts } from '#mocks/simulator/simulation.ts'
import type { Instant } from '#domain/time.ts'
import { withStations } from '#mocks/simulator/stations.ts'
import type { DemoRole, Speed } from './demo.ts'
import { demoAddresses } from './addresses.ts'
import { deploy } from './deployment.ts'
import type { Deployment } from './deployment.ts'
import { historyFingerprint } from './fingerprint.ts'
import { atlasOf, baseOf } from './geography.ts'
import type { Answered, Asked, FromWorker, Start, ToWorker } from './messages.ts'

const TICK_MS = 1000
/** A machine that slept must not live through the night in one tick. */
const LONGEST_TICK_MS = 3000

const FIRST_ASKED = `http://demo.invalid${API_BASE}/situation`

/** The worker's side: makes the deployment that `port` asks for, answers over it, and moves its clock. */
export function serveDemo(port: MessagePort): void {
  let begun: Promise<Deployment> | null = null
  let told: SimulationParts | null = null
  let speed: Speed = 0
  let watched = true
  const due = new Map<number, ReturnType<typeof setTimeout>>()
  const tell = (message: FromWorker, transfer: Transferable[] = []) =>
    port.postMessage(message, transfer)
  const fail = (error: unknown) => tell({ kind: 'failed', reason: String(error) })

  async function begin(start: Start): Promise<Deployment> {
    speed = start.speed
    const atlas = atlasOf(start.geography)
    told = { ...start, atlas: withStations(atlas, start.seed) }
    const made = await deploy({
      ...start,
      atlas,
      base: baseOf(start.geography),
      addresses: demoAddresses(start.root, start),
      report: (error) => console.error(error),
    })
    const ahead = secondsAhead(start.until, made.state().now)
    if (ahead > 0) await made.liveOn(ahead)
    tell({ kind: 'state', state: made.state() })
    // What a page asks first is worked out while it mounts its screen. A frame has one question, and it is another.
    if (start.until === undefined) await made.answer(new Request(FIRST_ASKED))
    return made
  }

  async function tick(deployment: Deployment): Promise<void> {
    let last = performance.now()
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, TICK_MS))
      const passed = Math.min(performance.now() - last, LONGEST_TICK_MS)
      last = performance.now()
      if (speed === 0 || !watched) continue
      await deployment.liveOn((passed / 1000) * speed)
      tell({ kind: 'state', state: deployment.state() })
    }
  }

  async function setRole(role: DemoRole): Promise<void> {
    const deployment = await begun
    deployment?.setRole(role)
    if (deployment) tell({ kind: 'state', state: deployment.state() })
  }

  /** In a task of its own, so that a question that is dropped meanwhile is not answered for nobody. */
  function ask(id: number, asked: Asked): void {
    const timer = setTimeout(async () => {
      due.delete(id)
      try {
        const response = await (await begun)?.answer(requestOf(asked))
        if (!response) throw new Error('asked before it began')
        const answer = await answered(response)
        tell({ kind: 'answer', id, answer }, answer.body ? [answer.body] : [])
      } catch (error) {
        fail(error)
      }
    })
    due.set(id, timer)
  }

  async function fingerprint(id: number): Promise<void> {
    await begun
    const made = told && (await historyFingerprint(told))
    tell({ kind: 'fingerprint', id, fingerprint: made })
  }

  port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    switch (data.kind) {
      case 'start':
        begun = begin(data)
        begun.then(tick).catch(fail)
        return
      case 'ask':
        return ask(data.id, data.request)
      case 'drop':
        return clearTimeout(due.get(data.id))
      case 'speed':
        speed = data.speed
        return
      case 'watched':
        watched = data.watched
        return
      case 'role':
        return void setRole(data.role).catch(fail)
      case 'fingerprint':
        fingerprint(data.id).catch(() =>
          tell({ kind: 'fingerprint', id: data.id, fingerprint: null }),
        )
    }
  })
}

/** How long the country lives on before it first answers: no longer than two months, which take a second to make. */
function secondsAhead(until: Instant | undefined, now: Instant): number {
  const seconds = (Date.parse(until ?? now) - Date.parse(now)) / 1000
  return seconds > 0 ? Math.min(seconds, 60 * 86_400) : 0
}

function requestOf({ method, url, headers, body }: Asked): Request {
  return new Request(url, { method, headers, body })
}

async function answered(response: Response): Promise<Answered> {
  const body = response.body === null ? null : await response.arrayBuffer()
  return { status: response.status, headers: [...response.headers], body }
}
