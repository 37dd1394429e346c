import { pathToFileURL } from 'node:url'
import { DEMO, demoReady, PLAIN_DEMO } from './demo.ts'
import { expect, FAILED_REQUEST, open, reachReports, settled, test } from './product.ts'

test.describe('by plain HTTP from another host, where there is no service worker', () => {
  test.use({ baseURL: PLAIN_DEMO })
  test('the page says so, and goes on without it', async ({ page }) => {
    await page.goto(`${PLAIN_DEMO}?lang=en`)
    await expect(page.getByRole('alert')).toContainText('does not allow a service worker')
    await page.getByRole('button', { name: 'Go on without it' }).click()
    await settled(page)
    await reachReports(page)
    // Once chosen, it is not asked again in this tab.
    await page.goto(`${PLAIN_DEMO}?lang=fr`)
    await settled(page)
    await expect(page.getByText('DÉMO – données simulées').first()).toBeVisible()
  })
})

test.describe('where the service worker’s file cannot be had', () => {
  test.use({ baseURL: DEMO })
  test('the page says so, in the reader’s language, and trying again mends it', async ({
    page,
    watch,
  }) => {
    watch.forgiven.push(FAILED_REQUEST, /ServiceWorker|bad HTTP response/)
    await page.context().route('**/mockServiceWorker.js', (route) => route.fulfill({ status: 404 }))
    await page.goto(DEMO)
    await expect(page.getByRole('alert')).toContainText(/service worker/)
    await page.context().unroute('**/mockServiceWorker.js')
    await page.getByRole('button', { name: 'Réessayer' }).click()
    await demoReady(page)
  })
})

test.describe('a service worker that was stopped', () => {
  test.use({ baseURL: DEMO })
  test('is not missed', async ({ page, watch }) => {
    watch.forgiven.push(FAILED_REQUEST)
    await page.goto(DEMO)
    await demoReady(page)
    // Whom it serves it knows no more: what comes next would go to the host.
    await page.evaluate(() => navigator.serviceWorker.controller?.postMessage('CLIENT_CLOSED'))
    const mode = await page.evaluate(async () => {
      const response = await fetch('/jauge/api/v1/reports?limit=1')
      return response.headers.get('X-Data-Mode')
    })
    expect(mode).toBe('demo')
  })
})

test.describe('what cannot be had', () => {
  test.use({ baseURL: DEMO })
  test('the geography: the page says that it could not start, and tries again', async ({
    page,
    watch,
  }) => {
    watch.forgiven.push(FAILED_REQUEST)
    await page.route('**/geo/places.json', (route) => route.fulfill({ status: 503 }))
    await page.goto(`${DEMO}?lang=en`)
    await expect(page.getByRole('alert')).toContainText('The demo could not start')
    await expect(page.getByRole('alert')).toContainText('503')
    await page.unroute('**/geo/places.json')
    await page.getByRole('button', { name: 'Reload the page' }).click()
    await demoReady(page)
  })

  test('the worker: the page says that it could not start', async ({ page, watch }) => {
    watch.forgiven.push(FAILED_REQUEST)
    await page.route('**/assets/worker-*.js', (route) => route.abort())
    await page.goto(DEMO)
    await expect(page.getByRole('alert')).toContainText('n’a pas pu démarrer')
  })

  test('the demo’s own script: the page says that it did not load', async ({ page, watch }) => {
    watch.forgiven.push(FAILED_REQUEST, /dynamically imported module/)
    await page.route('**/assets/start-*.js', (route) => route.abort())
    await page.goto(DEMO)
    await expect(page.getByRole('alert')).toContainText('La démo ne s’est pas chargée')
  })
})

test.describe('in a browser that knows no modules', () => {
  test.use({ baseURL: DEMO })
  test('the page says which one it needs', async ({ page, watch }) => {
    watch.forgiven.push(FAILED_REQUEST)
    // Such a browser passes over the page's modules and runs what is marked for it alone.
    await page.route('**/jauge/', async (route) => {
      const response = await route.fetch()
      const html = await response.text()
      const body = html
        .replace(/<script type="module"[^>]*><\/script>/, '')
        .replace('<script nomodule>', '<script>')
      await route.fulfill({ response, body })
    })
    await page.goto(DEMO)
    await expect(page.getByRole('alert')).toContainText('un navigateur de 2023 ou plus récent')
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  })
})

test.describe('opened as a file', () => {
  test.use({ locale: 'en-GB' })
  test('the page says how to serve it', async ({ page, watch }) => {
    const file = pathToFileURL('.cache/demo-below/index.html').href
    watch.forgiven.push(/CORS|Failed to load|from origin 'null'/)
    await page.goto(file)
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('must come from a web server')
    await expect(alert).toContainText('python3 -m http.server 8000 --bind 127.0.0.1 --directory')
    await expect(alert).toContainText('built to be reached at /jauge/')
    await expect(alert.getByRole('link')).toHaveAttribute('href', 'http://127.0.0.1:8000/jauge/')
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, baseURL: DEMO })
  test('the page says in both languages that it needs them', async ({ page }) => {
    await page.goto(DEMO)
    await expect(page.getByText(/JavaScript/)).toHaveCount(2)
  })
})

test.describe('on the server, under /demo/', () => {
  test('the product leads to it, and it asks the server’s API for nothing', async ({
    page,
    watch,
    request,
  }) => {
    // What the product still asked for while it was being left would count as the demo's.
    await open(page, '/?lang=en')
    await page.waitForLoadState('networkidle')
    await page.getByRole('banner').getByRole('link', { name: /demo/i }).click()
    await demoReady(page)
    expect(new URL(page.url()).pathname).toBe('/demo/')
    await settled(page)
    const asked = watch.requests.map((one) => new URL(one.url()).pathname)
    expect(asked.filter((path) => path.startsWith('/demo/api/')).length).toBeGreaterThan(3)
    const fromDemo = asked.slice(asked.indexOf('/demo/'))
    expect(fromDemo.filter((path) => !path.startsWith('/demo/'))).toEqual([])
    const registered = await page.evaluate(async () =>
      (await navigator.serviceWorker.getRegistrations()).map(
        ({ scope }) => new URL(scope).pathname,
      ),
    )
    expect(registered).toEqual(['/demo/'])

    const answer = await request.get('/demo/api/v1/situation')
    expect(answer.status()).toBe(404)
    expect(answer.headers()['content-type']).toBe('application/problem+json')

    // Back in the product, figures are real again, whatever the demo left behind.
    await page.goto('/')
    await settled(page)
    await expect(page.getByText('données simulées')).toHaveCount(0)
    const mode = await page.evaluate(async () =>
      (await fetch('/api/v1/situation')).headers.get('X-Data-Mode'),
    )
    expect(mode).toBe('live')
  })
})
