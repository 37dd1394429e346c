import { createRoot } from 'react-dom/client'

createRoot(document.getElementById('app')).render(<p id="paragraph">1,192 tankers arrived.</p>)
