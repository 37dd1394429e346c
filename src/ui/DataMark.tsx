import styles from './DataMark.module.css'

/** The stamp on what is simulated: nothing where the data are real. */
export function DataMark({ mark }: { mark: string | null }) {
  return mark === null ? null : <strong className={styles['mark']}>{mark}</strong>
}
