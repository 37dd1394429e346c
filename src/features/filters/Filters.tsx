import { useQuery } from '@tanstack/react-query'
import { memo, useMemo } from 'react'
import { placesQuery } from '#api/geography.ts'
import { Axis } from '#domain/corridor.ts'
import type { Place } from '#domain/place.ts'
import { Product } from '#domain/product.ts'
import type { View } from '#domain/view.ts'
import { placeName } from '#i18n/place-name.ts'
import type { Lang } from '#i18n/words.ts'
import { Button } from '#ui/Button.tsx'
import { Select } from '#ui/Select.tsx'
import type { ScreenPart } from '#ui/screen.ts'
import styles from './filters.module.css'

type Part = Pick<ScreenPart, 'lang' | 'say' | 'onView'>
type Asked = Pick<View, 'corridor' | 'place' | 'product'>

/** What part of the picture is asked for: one way in, one place, one fuel; each can be cleared by itself. */
export function Filters({ view, lang, say, onView }: Part & { view: View }) {
  const { corridor, place, product } = view
  return <Choices {...{ corridor, place, product, lang, say, onView }} />
}

/** Another day leaves them as they are. */
const Choices = memo(function Choices({ lang, say, onView, ...view }: Part & Asked) {
  const { data: places } = useQuery(placesQuery())
  const groups = useMemo(() => choosable(places, view.place, lang), [places, view.place, lang])
  const active: { key: keyof Asked; name: string }[] = []
  if (view.corridor) active.push({ key: 'corridor', name: say(`axis.${view.corridor}`) })
  if (view.place) active.push({ key: 'place', name: placeName(view.place, places, lang) })
  if (view.product) active.push({ key: 'product', name: say(`product.${view.product}`) })
  return (
    <div className={styles['filters']} role="group" aria-label={say('filter.title')}>
      <Select
        label={say('filter.corridor')}
        value={view.corridor ?? ''}
        active={view.corridor !== undefined}
        onChange={(value) => onView({ corridor: Axis.options.find((axis) => axis === value) })}
      >
        <option value="">{say('filter.all-corridors')}</option>
        {Axis.options.map((axis) => (
          <option key={axis} value={axis}>
            {say(`axis.${axis}`)}
          </option>
        ))}
      </Select>
      <Select
        label={say('filter.place')}
        value={view.place ?? ''}
        active={view.place !== undefined}
        onChange={(value) => onView({ place: value || undefined })}
      >
        <option value="">{say('filter.all-places')}</option>
        {groups.map(({ kind, chosen }) => (
          <optgroup key={kind} label={say(`filter.${kind}`)}>
            {chosen.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      <Select
        label={say('filter.product')}
        value={view.product ?? ''}
        active={view.product !== undefined}
        onChange={(value) =>
          onView({ product: Product.options.find((product) => product === value) })
        }
      >
        <option value="">{say('filter.all-products')}</option>
        {Product.options.map((product) => (
          <option key={product} value={product}>
            {say(`product.${product}`)}
          </option>
        ))}
      </Select>
      {active.map(({ key, name }) => (
        <Button
          key={key}
          look="chip"
          aria-label={say('filter.clear', { name })}
          onClick={() => onView({ [key]: undefined })}
        >
          {name} <span aria-hidden="true">×</span>
        </Button>
      ))}
      {active.length > 1 && (
        <Button
          look="link"
          onClick={() => onView({ corridor: undefined, place: undefined, product: undefined })}
        >
          {say('filter.clear-all')}
        </Button>
      )}
    </div>
  )
})

type Group = { kind: 'towns' | 'others'; chosen: { id: string; name: string }[] }

/**
 * Places that the record names, and towns whose stations are known, in the order of the reader's alphabet, towns first.
 * Stations themselves are hundreds: one is offered only where it is asked for already.
 */
function choosable(
  places: ReadonlyMap<string, Place> | undefined,
  asked: string | undefined,
  lang: Lang,
): Group[] {
  const all = [...(places?.values() ?? [])]
  const withStations = new Set(
    all.flatMap(({ kind, parent }) => (kind === 'station' ? parent : [])),
  )
  const named = all
    .filter(
      ({ id, kind, recordNames }) =>
        id === asked ||
        (kind !== 'country' &&
          kind !== 'station' &&
          (recordNames.length > 0 || withStations.has(id))),
    )
    .map(({ id, kind }) => ({ id, kind, name: placeName(id, places, lang) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, lang))
  const isTown = ({ kind }: { kind: Place['kind'] }) => TOWNS.has(kind)
  return [
    { kind: 'towns', chosen: named.filter(isTown) },
    { kind: 'others', chosen: named.filter((each) => !isTown(each)) },
  ]
}

const TOWNS = new Set<Place['kind']>(['capital', 'town', 'quarter'])
