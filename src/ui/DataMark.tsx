import type { Handling } from '#domain/handling.ts'
import type { Role } from '#domain/role.ts'
import type { Say } from '#i18n/words.ts'
import styles from './DataMark.module.css'

/** The stamp on what is simulated, or not for everybody: nothing where there is nothing to say. */
export function DataMark({ mark }: { mark: string | null }) {
  return mark === null ? null : <strong className={styles['mark']}>{mark}</strong>
}

type Props = { handling: Handling | null | undefined; reader: Role; say: Say }

/**
 * How far something may be passed on. The public is told nothing that would need it. It is with the other stamp: a part of
 * its own would be fetched.
 */
export function HandlingMark({ handling, reader, say }: Props) {
  return <DataMark mark={handling && reader !== 'public' ? say(`handling.${handling}`) : null} />
}
