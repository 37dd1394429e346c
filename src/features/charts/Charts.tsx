import type { ScreenPart } from '#ui/screen.ts'

export function Charts(_: ScreenPart) {
  return null
}
