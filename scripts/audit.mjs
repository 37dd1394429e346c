import { spawnSync } from 'node:child_process'

/**
 * `npm run audit`: asks the registry which of the locked packages have known holes. Exit code 0: none; 1: some; 2: nobody
 * answered, so that nothing is known. Not part of `npm test`, which asks nobody on the network.
 */
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const { stdout, error } = spawnSync(npm, ['audit', '--json'], { encoding: 'utf8', shell: false })
const counted = error ? null : countsIn(stdout)

if (counted === null) {
  console.error(
    'The registry answers no audits: nothing was checked. Ask again from another network.',
  )
  process.exitCode = 2
} else {
  const { total, ...bySeverity } = counted
  const found = Object.entries(bySeverity).filter(([, n]) => n > 0)
  const words = found.map(([severity, n]) => `${n} ${severity}`).join(', ')
  console.log(
    total === 0
      ? 'No known holes in the locked packages.'
      : `Known holes: ${words}. See \`npm audit\`.`,
  )
  process.exitCode = total === 0 ? 0 : 1
}

/** Null when what npm says is no audit. */
function countsIn(text) {
  try {
    return JSON.parse(text).metadata?.vulnerabilities ?? null
  } catch {
    return null
  }
}
