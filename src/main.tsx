import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { App } from '#app/App.tsx'
import { screenAt } from '#app/base.ts'
import { startMap } from '#app/screens/parts.ts'
import { served } from '#app/use-language.ts'
import { makeQueryClient } from '#api/query-client.ts'
import '#ui/tokens.css'
import '#ui/page.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

if (import.meta.env.MODE === 'demo') {
  // Only a build of the demo has it: in any other this branch is gone before anything is bundled.
  void import('#demo/start.tsx').then(({ startDemo }) => startDemo(root))
} else {
  const client = makeQueryClient()
  if (screenAt(location.pathname) === '/') startMap(client, served())
  const page = (
    <StrictMode>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </StrictMode>
  )
  // Painted by the server, it is taken over as it stands: whoever reads or tabs through it already goes on.
  if (root.hasChildNodes()) hydrateRoot(root, page)
  else createRoot(root).render(page)
}
// What was pressed before is done now: index.html has kept it.
dispatchEvent(new Event('jauge-taken-over'))
