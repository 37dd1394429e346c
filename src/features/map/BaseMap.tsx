import { memo, useMemo } from 'react'
import type { Ground } from '#figures/map/ground.ts'
import { edgesDrawing, groundDrawing } from './ground-drawing.ts'
import { useDrawing } from './use-drawing.ts'

type Props = { base: Ground; isOnTiles: boolean }

/**
 * Our own map under everything: no tile, no other host. Where there are tiles it lies under them, for as long as they have
 * not come, and what they must not hide lies over them. Nothing on it can be clicked.
 */
export const BaseMap = memo(function BaseMap({ base, isOnTiles }: Props) {
  const ground = useMemo(() => groundDrawing(base), [base])
  const edges = useMemo(() => (isOnTiles ? edgesDrawing(base) : null), [base, isOnTiles])
  useDrawing(isOnTiles ? 'under-tiles' : 'base', 0, ground)
  useDrawing('base', 1, edges)
  return null
})
