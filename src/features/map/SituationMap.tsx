import { useEffect } from 'react'
import type { MapPart } from '#ui/screen.ts'

export function SituationMap({ onPainted }: MapPart) {
  useEffect(
    function tellThatTheMapStands() {
      onPainted()
    },
    [onPainted],
  )
  return null
}
