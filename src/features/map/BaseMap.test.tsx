import { render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Ground } from '#figures/map/ground.ts'
import { BaseMap } from './BaseMap.tsx'
import type { Draw, Pen } from './sheet.ts'
import { useDrawing } from './use-drawing.ts'

// There is no map to draw on: what is drawn is asked for itself.
vi.mock('./use-drawing.ts', () => ({ useDrawing: vi.fn<typeof useDrawing>() }))
class SomePath {
  moveTo = () => undefined
  lineTo = () => undefined
  rect = () => undefined
}
beforeEach(() => vi.stubGlobal('Path2D', SomePath))
afterEach(() => vi.unstubAllGlobals())

const ground: Ground = {
  arcs: [new Float32Array([0, 0, 1, 1, 2, 0])],
  land: [[0]],
  focus: [[0]],
  regions: [[0]],
  rivers: [[0]],
  lakes: [[0]],
  borders: [[0]],
}

/** The colours of each sheet. */
function drawnWith(isOnTiles: boolean): Record<string, string[]> {
  const asked = vi.mocked(useDrawing).mockClear().mock
  render(<BaseMap base={ground} isOnTiles={isOnTiles} />)
  return Object.fromEntries(
    asked.calls.flatMap(([sheet, , draw]) => (draw ? [[sheet, colorsOf(draw)]] : [])),
  )
}

/** The colours that are laid on, in their order. */
function colorsOf(draw: Draw): string[] {
  const colors: string[] = []
  const context = {
    fillStyle: '',
    strokeStyle: '',
    fill: () => colors.push(context.fillStyle),
    stroke: () => colors.push(context.strokeStyle),
  }
  const colorOf = (token: string) => token
  draw({ context, zoom: 7, scale: 128, colorOf } as unknown as Pen)
  return colors
}

const WHOLE = expect.arrayContaining(['--land', '--land-focus', '--water', '--paper', '--border'])

test('our own ground has land and water', () => {
  expect(drawnWith(false)).toEqual({ base: WHOLE })
})

test('the tiles of a deployment are not hidden: over them lie borders and the edge of the sheet alone', () => {
  expect(drawnWith(true)['base']).toEqual(['--paper', '--border'])
})

test('under tiles, which may be long in coming, lies our own ground', () => {
  expect(drawnWith(true)['under-tiles']).toEqual(WHOLE)
})
