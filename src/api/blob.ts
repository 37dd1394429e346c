import { ApiFailure } from '#contract/failure.ts'
import { Problem } from '#contract/problem.ts'

export async function getBlob(path: string, accept: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(path, { signal, headers: { accept } }).catch(() => {
    throw new ApiFailure({ kind: 'network', offline: !navigator.onLine })
  })
  if (response.ok) return response.blob()
  const read = Problem.safeParse(await response.json().catch(() => null))
  const problem = read.data ?? { type: 'about:blank', title: '', status: response.status }
  throw new ApiFailure({ kind: 'problem', problem })
}
