import { defineConfig } from '@playwright/test'

/** `npm test` names the browser it found; by hand, the usual place will do. */
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

/** The server takes a free port and says which; it is read from what it says (see `webServer.wait`). */
const port = process.env['JAUGE_E2E_PORT'] ?? ''

/** The built product in a real browser: over a store of its own that holds the public record and nothing else. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '.cache/e2e',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    locale: 'fr-FR',
    // A day of the record must be the same day to a reader who is hours behind it.
    timezoneId: 'America/New_York',
    colorScheme: 'light',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A name that is not this machine's own: pages from it by plain HTTP get no service worker.
        '--host-resolver-rules=MAP plain.test 127.0.0.1',
      ],
    },
  },
  webServer: [
    {
      command: 'node e2e/serve.mjs',
      wait: { stdout: /Jauge is at http:\/\/127\.0\.0\.1:(?<jauge_e2e_port>\d+)/ },
      timeout: 90_000,
      stdout: 'ignore',
      stderr: 'pipe',
      gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    },
    {
      command: 'node e2e/static-host.mjs',
      wait: { stdout: /The files are at http:\/\/127\.0\.0\.1:(?<jauge_e2e_static_port>\d+)/ },
      timeout: 10_000,
      stdout: 'ignore',
      stderr: 'pipe',
      gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    },
  ],
})
