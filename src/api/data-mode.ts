import { createContext, useContext } from 'react'
import type { DataMode } from '#domain/data-mode.ts'

/** Whether this build shows real data: decided while building, once, and by nothing on the page. */
export const DATA_MODE: DataMode = import.meta.env.MODE === 'demo' ? 'demo' : 'live'

/** False in the product as it is served: what draws the marks of a demo is then left out while building. */
export const MAY_BE_DEMO: boolean = import.meta.env.MODE !== 'production'

/** The same for what is drawn, so that a test can draw both kinds. */
export const DataModeContext = createContext(DATA_MODE)

export function useDataMode(): DataMode {
  return useContext(DataModeContext)
}
