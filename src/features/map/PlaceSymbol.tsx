import type { Symbol } from '#figures/map/place-names.ts'
import styles from './map.module.css'

const SHAPES: Record<Symbol, string> = {
  town: 'M6 3.5a2.5 2.5 0 1 0 .01 0z',
  capital: 'M6 1.5a4.5 4.5 0 1 0 .01 0zM6 4.5a1.5 1.5 0 1 0 .01 0z',
  port: 'M6 1v9.5M2 7c.5 2.5 2 3.5 4 3.5s3.5-1 4-3.5M3.5 4h5',
  border: 'M1.5 6h9M3 3.5v5M9 3.5v5',
  depot: 'M2 4.5h8v5H2zM3.5 4.5v-2h5v2',
}

/** A small sign for the kind of a place, told apart by its shape. */
export function PlaceSymbol({ symbol }: { symbol: Symbol }) {
  return (
    <svg
      className={styles['symbol']}
      data-symbol={symbol}
      width="12"
      height="12"
      aria-hidden="true"
    >
      <path d={SHAPES[symbol]} />
    </svg>
  )
}
