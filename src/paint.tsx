import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server.browser'
import { App } from '#app/App.tsx'
import { painter } from '#app/screens/PaintedMap.tsx'
import { MapPlace } from '#features/map/MapPlace.tsx'
import { detail as en } from '#i18n/en/detail.ts'
import { detail as fr } from '#i18n/fr/detail.ts'
import { addWords } from '#i18n/words.ts'

addWords('fr', fr)
addWords('en', en)
painter.map = MapPlace

/**
 * What the product's page shows before its script runs, as HTML: the very components that take it over, as they stand
 * around `document` and `location`. The build makes one script of it, which the server runs (server/paint.ts).
 */
export function paint(): string {
  return renderToString(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  )
}
