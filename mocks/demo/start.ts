import { connect } from './connect.ts'
import type { Line } from './connect.ts'

/** Starts the deployment in a worker of its own, so that the page stays responsive. Rejects when it cannot begin. */
export async function startDeployment(parts: Parameters<typeof connect>[1]): Promise<Line> {
  // Written in one expression: so the build knows a worker when it sees one.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: 'jauge-demo',
  })
  try {
    // A page speaks to its worker as to a port.
    return await connect(worker as unknown as MessagePort, parts)
  } catch (error) {
    worker.terminate()
    throw error
  }
}
