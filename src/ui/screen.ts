import type { Layer, Opened } from '#domain/address.ts'
import type { DataMode } from '#domain/data-mode.ts'
import type { Role } from '#domain/role.ts'
import type { Metric } from '#domain/series.ts'
import type { Window } from '#domain/situation.ts'
import type { View } from '#domain/view.ts'
import type { Lang, Say } from '#i18n/words.ts'
import type { Pointer } from './pointer.ts'

/** What every part of the situation screen is given: the question, what it resolved to, and ways to ask on. */
export type ScreenPart = {
  view: View
  /** The question with every default decided; null until the first answer has come. */
  window: Window | null
  lang: Lang
  say: Say
  /** Simulated data are marked wherever they are shown or saved. */
  dataMode: DataMode
  /** As whom the screen is read: what not everybody may see is marked too. */
  reader: Role
  /** Shared by the charts, the timeline and the map. Moving it asks the server nothing. */
  pointer: Pointer
  /** Changes the question, in the address too. A key set to `undefined` goes back to its default. */
  onView: (patch: Partial<View>) => void
  /** Opens what stands behind a figure, a report or an event. */
  onOpen: (opened: Opened) => void
  /** Address of the studio with a chart of this very view, or with the map. */
  share: (chart: Metric | 'corridors') => string
}

/** The map is given its layers too, and says when it first shows something: charts are fetched after that. */
export type MapPart = ScreenPart & {
  hidden: readonly Layer[]
  onHide: (hidden: readonly Layer[]) => void
  onPainted: () => void
}
