import { memo, useMemo } from 'react'
import type { Ground } from '#figures/map/ground.ts'
import { edgesDrawing, groundDrawing } from './ground-drawing.ts'
import { useDrawing } from './use-drawing.ts'

type Props = { base: Ground; isOnTiles: boolean }

/** Our own map under everything: no tile, no other host; over tiles, what they must not hide. Nothing on it can be clicked. */
export const BaseMap = memo(function BaseMap({ base, isOnTiles }: Props) {
  useDrawing(
    'base',
    0,
    useMemo(() => (isOnTiles ? edgesDrawing(base) : groundDrawing(base)), [base, isOnTiles]),
  )
  return null
})
