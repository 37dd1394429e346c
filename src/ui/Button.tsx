import type { ComponentProps } from 'react'
import styles from './Button.module.css'

type Props = ComponentProps<'button'> & {
  /** `plain` is a framed button, `link` reads as text, `chip` is small and can be pressed. */
  look?: 'plain' | 'link' | 'chip'
}

/** A button that never submits a form by accident. */
export function Button({ look = 'plain', className, ...rest }: Props) {
  return (
    <button
      type="button"
      className={[styles[look], className].filter(Boolean).join(' ')}
      {...rest}
    />
  )
}
