import { createRoot } from 'react-dom/client'
import { Chart } from './chart.jsx'

const asked = await fetch('/data.json')
createRoot(document.getElementById('app')).render(<Chart rows={await asked.json()} />)
