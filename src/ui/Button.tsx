import type { ComponentProps, ReactNode } from 'react'
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

type LinkProps = {
  href: string
  /** What it leads to, where the text alone leaves it open; the text is a part of it. */
  label: string
  children: ReactNode
}

/** A link that stands among small buttons and looks like one of them. It is with them: a part of its own would be fetched. */
export function ChipLink({ href, label, children }: LinkProps) {
  return (
    <a className={styles['chip']} href={href} aria-label={label}>
      {children}
    </a>
  )
}
