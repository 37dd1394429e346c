import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { becomeAsker, currentAsker } from '#api/asker.ts'
import { makeQueryClient } from '#api/query-client.ts'
import { addDemoWords } from '#i18n/demo-words.ts'
import { wordsIn } from '#i18n/words.ts'
import { answerThroughServiceWorker, answerWithinPage } from '#mocks/browser.ts'
import type { Line } from '#mocks/demo/connect.ts'
import { fetchGeography } from '#mocks/demo/geography-files.ts'
import { startDeployment } from '#mocks/demo/start.ts'
import { askedIn } from './asked.ts'
import { controlOf } from './control.ts'
import { DemoApp } from './DemoApp.tsx'
import { keepFresh } from './refresh.ts'
import { Failed, NoServiceWorker, Preparing } from './StartScreens.tsx'
import { mayGoWithout, rememberToGoWithout } from './without-service-worker.ts'

const BASE = import.meta.env.BASE_URL

/** A simulated minute a second: something comes in while one watches, and one can still read. */
const SPEED = 60

/** Makes the simulated deployment, and then shows the product over it. */
export function startDemo(root: HTMLElement): void {
  addDemoWords()
  // From here on, what is wrong is said by the screens themselves.
  document.getElementById('demo-stuck')?.remove()
  const screen = createRoot(root)
  const say = wordsIn(document.documentElement.lang === 'en' ? 'en' : 'fr')
  const show = (what: ReactNode) => screen.render(<StrictMode>{what}</StrictMode>)
  const failed = (error: unknown) =>
    show(<Failed say={say} reason={error instanceof Error ? error.message : String(error)} />)

  async function prepare(): Promise<void> {
    show(<Preparing say={say} />)
    // Before any service worker: it would ask the deployment for what that is to be made of.
    const geography = await fetchGeography(BASE)
    const made = startDeployment({
      ...askedIn(location.search),
      speed: SPEED,
      base: BASE,
      geography,
      script: frameScript(),
    })
    if (mayGoWithout()) return withinPage(await made)
    const answer = async (request: Request) => (await made).answer(request)
    // Both take their time, and neither needs the other to begin.
    const [line, way] = await Promise.all([made, reached(answerThroughServiceWorker(answer, BASE))])
    if (way) return open(line)
    const goOn = () => {
      rememberToGoWithout()
      withinPage(line)
    }
    show(<NoServiceWorker say={say} onGoOn={goOn} />)
  }

  function withinPage(line: Line): void {
    answerWithinPage(line.answer, BASE)
    line.setThrough('page')
    open(line)
  }

  function open(line: Line): void {
    const demo = controlOf(line)
    const client = makeQueryClient()
    // Before the screen hears of it: what another role was told must not be drawn once more.
    const follow = () => {
      const { role } = demo.state()
      if (role !== currentAsker().role) becomeAsker(role, { lapsed: false })
    }
    follow()
    demo.subscribe(follow)
    keepFresh(demo, client)
    line.onBroken(failed)
    show(
      <QueryClientProvider client={client}>
        <DemoApp demo={demo} />
      </QueryClientProvider>,
    )
  }

  // Kept by the browser while the reader was elsewhere, it comes back with its line cut.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
  prepare().catch(failed)
}

/** Address of the script in frames, which the build wrote into the page; null where there is none. */
function frameScript(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="jauge-embed-script"]')?.content ?? null
}

/** True where it came to be, false where there can be none. */
function reached(way: Promise<void>): Promise<boolean> {
  return way.then(
    () => true,
    () => false,
  )
}
