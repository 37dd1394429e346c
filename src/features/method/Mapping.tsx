import { BulletinMetric } from '#domain/bulletin.ts'
import { mappingRows } from '#domain/record-mapping.ts'
import type { Target } from '#domain/record-mapping.ts'
import type { MessageId, Say } from '#i18n/words.ts'
import styles from './method.module.css'
import { Wide } from './Wide.tsx'

/** What becomes of each metric of the public record: the very table that the import uses. */
export function Mapping({ say }: { say: Say }) {
  return (
    <Wide label={say('method.mapping')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('method.mapping.metric')}</th>
            <th scope="col">{say('method.mapping.kind')}</th>
            <th scope="col">{say('method.mapping.field')}</th>
          </tr>
        </thead>
        <tbody>
          {mappingRows().map(({ metric, target }) => (
            <tr key={metric}>
              <th scope="row">
                <code>{metric}</code>
              </th>
              <td>{say(`kind.${target.kind}`)}</td>
              <td>{quantityOf(target, say)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{say('method.mapping.quoted')}</p>
      <ul className={styles['columns']}>
        {BulletinMetric.options.map((metric) => (
          <li key={metric}>
            {say(`bulletin.${metric}`)} <code>{metric}</code>
          </li>
        ))}
      </ul>
    </Wide>
  )
}

function quantityOf(target: Target, say: Say): string {
  switch (target.kind) {
    case 'price':
      return say('kind.price')
    case 'bulletin':
      return say(`bulletin.${target.metric}`)
    case 'queue':
      if (target.field === 'queueSeen') return say('say.queue.seen')
      if (target.field === 'availability') return say('method.mapping.availability')
      return say(`quantity.${target.field.split('.')[0]}` as MessageId)
    case 'convoy':
    case 'incident':
      return say(`quantity.${target.field}` as MessageId)
  }
}
