import type { Handling } from '#domain/handling.ts'
import type { Role } from '#domain/role.ts'
import type { Say } from '#i18n/words.ts'
import { DataMark } from './DataMark.tsx'

type Props = { handling: Handling | null | undefined; reader: Role; say: Say }

/** How far something may be passed on. The public is told nothing that would need it. */
export function HandlingMark({ handling, reader, say }: Props) {
  return <DataMark mark={handling && reader !== 'public' ? say(`handling.${handling}`) : null} />
}
