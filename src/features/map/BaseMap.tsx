import { memo, useMemo } from 'react'
import type { Ground } from '#figures/map/ground.ts'
import { groundDrawing } from './ground-drawing.ts'
import { useDrawing } from './use-drawing.ts'

/** Our own map under everything: no tile, no other host. Nothing on it can be clicked. */
export const BaseMap = memo(function BaseMap({ base }: { base: Ground }) {
  useDrawing(
    'base',
    0,
    useMemo(() => groundDrawing(base), [base]),
  )
  return null
})
