import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server.browser'
import { App } from '#app/App.tsx'

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
