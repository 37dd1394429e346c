import type { Say } from '#i18n/words.ts'

/** An address that leads nowhere says so, and leads back. */
export function MissingScreen({ say, home }: { say: Say; home: string }) {
  return (
    <main id="main">
      <h1>{say('screen.missing')}</h1>
      <p>
        <a href={home}>{say('screen.missing.home')}</a>
      </p>
    </main>
  )
}
