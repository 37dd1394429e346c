import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { build, buildDemo, buildDemoIfNeeded } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { installIfNeeded } from './install.mjs'
import { findNginx } from './nginx.mjs'
import { node, ROOT } from './run.mjs'

const CACHE = join(ROOT, '.cache')
const VITEST = join(CACHE, 'vitest.json')
const PLAYWRIGHT = join(CACHE, 'playwright.json')
const SUMMARY = join(CACHE, 'test-summary.json')

await installIfNeeded()
mkdirSync(CACHE, { recursive: true })
for (const left of [VITEST, PLAYWRIGHT, SUMMARY]) rmSync(left, { force: true })

/** Each gives its exit code; `count` reads how many tests it ran, where it is more than one. */
const STEPS = [
  { name: 'types', run: () => node('node_modules/typescript/bin/tsc', []) },
  { name: 'lint', run: () => node('node_modules/oxlint/bin/oxlint', ['--type-aware']) },
  { name: 'format', run: () => node('node_modules/oxfmt/bin/oxfmt', ['--check']) },
  { name: 'unused code', run: () => node('node_modules/knip/bin/knip.js', []) },
  { name: 'unit, store, API, components', run: vitest, count: vitestCount },
  { name: 'build', run: builds },
  ...(hasBrowserTests() ? [{ name: 'browser', run: playwright, count: playwrightCount }] : []),
]

/** The product, the demo as the server has it, and the demo for a static host, below another path. */
async function builds() {
  const below = { base: '/jauge/', folder: '.cache/demo-below' }
  const codes = await Promise.all([build(), buildDemoIfNeeded(), buildDemo(below)])
  return Math.max(...codes)
}

/** Without an nginx the test of shared caches is left out; in CI it then fails. */
async function vitest() {
  const nginx = await findNginx()
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST}`]
  const env = { ...process.env, NGINX_PATH: nginx ?? '' }
  return node('node_modules/vitest/vitest.mjs', words, { env })
}

async function playwright() {
  const chromium = await findChromium()
  if (chromium === null) return 1
  return node('node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    env: { ...process.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT },
  })
}

function hasBrowserTests() {
  const folder = join(ROOT, 'e2e')
  if (!existsSync(folder)) return false
  return readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.spec.ts'))
}

function vitestCount() {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(VITEST, 'utf8'))
  return { passed: numPassedTests, failed: numFailedTests }
}

function playwrightCount() {
  const { expected, flaky, unexpected } = JSON.parse(readFileSync(PLAYWRIGHT, 'utf8')).stats
  return { passed: expected + flaky, failed: unexpected }
}

/** What failed, in a few lines each and last, where a log that is cut short still has it. */
function failures() {
  return [...vitestFailures(), ...playwrightFailures()]
}

/** A file that fell over before its tests could run has no test that failed, but a message. */
function vitestFailures() {
  if (!existsSync(VITEST)) return []
  const { testResults } = JSON.parse(readFileSync(VITEST, 'utf8'))
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(ROOT, name)
    const tests = assertionResults.filter((test) => test.status === 'failed')
    if (tests.length === 0) return status === 'failed' ? [`${file}\n${short(message)}`] : []
    return tests.map((test) => `${file} ${test.fullName}\n${short(test.failureMessages[0])}`)
  })
}

function playwrightFailures() {
  if (!existsSync(PLAYWRIGHT)) return []
  const told = (suite) => [
    ...(suite.suites ?? []).flatMap(told),
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.ok ? [] : [`${spec.file}:${spec.line} ${spec.title}\n${errorOf(spec)}`],
    ),
  ]
  return told(JSON.parse(readFileSync(PLAYWRIGHT, 'utf8')))
}

function errorOf(spec) {
  const { errors } =
    spec.tests.flatMap(({ results }) => results).find(({ errors: e }) => e.length) ?? {}
  return short(errors?.[0]?.message)
}

function short(message) {
  return stripVTControlCharacters(message ?? 'no error was given').slice(0, 800)
}

/** A step that failed has failed at least once, also when it fell over before it could count. */
function outcome(isGood, count) {
  let counted = null
  try {
    counted = count?.() ?? null
  } catch {
    counted = null
  }
  const { passed, failed } = counted ?? { passed: isGood ? 1 : 0, failed: 0 }
  return { passed, failed: isGood ? failed : Math.max(failed, 1) }
}

const results = []
for (const { name, run, count } of STEPS) {
  console.log(`\n── ${name}`)
  const begun = Date.now()
  const code = await run().catch((error) => error)
  if (typeof code !== 'number') console.error(code)
  const isGood = code === 0
  const seconds = (Date.now() - begun) / 1000
  const result = { name, isGood, seconds, ...outcome(isGood, count) }
  console.log(`── ${name}: ${isGood ? 'good' : 'FAILED'}, ${seconds.toFixed(1)} s`)
  results.push(result)
}

const sum = (key) => results.reduce((total, result) => total + result[key], 0)
const summary = {
  passed: sum('passed'),
  failed: sum('failed'),
  seconds: sum('seconds'),
  steps: results,
}
writeFileSync(SUMMARY, `${JSON.stringify(summary, null, 2)}\n`)

console.log('')
for (const failure of failures()) console.log(`${failure}\n`)
for (const { name, isGood, seconds, passed, failed } of results) {
  const tests = passed + failed > 1 ? `${passed} passed, ${failed} failed` : ''
  const line = [
    isGood ? 'good  ' : 'FAILED',
    name.padEnd(30),
    `${seconds.toFixed(1)} s`.padStart(8),
    tests,
  ]
  console.log(line.join('  ').trimEnd())
}
console.log(`${''.padEnd(38)}  ${summary.seconds.toFixed(1).padStart(6)} s`)
process.exitCode = results.every(({ isGood }) => isGood) ? 0 : 1
