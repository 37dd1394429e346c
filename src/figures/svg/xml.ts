type Value = string | number | null

/** What XML cannot hold, and what turns the reading direction of all that follows. */
const UNSAYABLE =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2060\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that says itself and nothing else, in an element or an attribute. */
export function escapeXml(text: string): string {
  return text.replaceAll(UNSAYABLE, '').replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
}

/** A number with at most two decimals. What is no number is a mistake of ours, and must not reach a reader. */
export function num(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`A drawing holds ${value}.`)
  const rounded = Math.round(value * 100) / 100
  return String(rounded === 0 ? 0 : rounded)
}

/** An element. Attributes that are null are left out; children are markup already. */
export function el(
  name: string,
  attributes: Record<string, Value>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === 'number' ? num(value) : escapeXml(value ?? '')}"`,
    )
    .join('')
  const inside = children.join('')
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`
}

/** A path's commands from letters and numbers: `path('M', 0, 1, 'H', 5)`. */
export function path(...parts: readonly (string | number)[]): string {
  let text = ''
  let isAfterNumber = false
  for (const part of parts) {
    text += typeof part === 'string' ? part : (isAfterNumber ? ' ' : '') + num(part)
    isAfterNumber = typeof part === 'number'
  }
  return text
}
