import type { Texture } from '#figures/figure.ts'

/** Paper-coloured strokes laid over a bar, so that bars differ without their colours. Plain draws nothing. */
export function TexturePattern({ id, texture }: { id: string; texture: Texture | 'hatch' }) {
  const stroke = { stroke: 'var(--paper)', strokeWidth: texture === 'hatch' ? 2.5 : 1.2 }
  return (
    <pattern
      id={id}
      width="5"
      height="5"
      patternUnits="userSpaceOnUse"
      patternTransform={texture === 'hatch' ? 'rotate(45)' : undefined}
    >
      {texture === 'across' && <path d="M0 2.5h5" {...stroke} />}
      {(texture === 'along' || texture === 'hatch') && <path d="M2.5 0v5" {...stroke} />}
      {texture === 'dots' && <circle cx="2.5" cy="2.5" r="1" fill="var(--paper)" />}
    </pattern>
  )
}
