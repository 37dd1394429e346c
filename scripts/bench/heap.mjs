const SHOWN = 14

/** What a heap snapshot holds, in MB by kind and by constructor. */
export function heldBy({ snapshot, nodes, strings }) {
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field))
  const kinds = new Map()
  const constructors = new Map()
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = types[type][nodes[at + type]]
    const bytes = nodes[at + size]
    kinds.set(kind, (kinds.get(kind) ?? 0) + bytes)
    const what =
      kind === 'string' ? 'strings' : `${kind}: ${strings[nodes[at + name]].slice(0, 60)}`
    constructors.set(what, (constructors.get(what) ?? 0) + bytes)
  }
  const ranked = (sums) =>
    [...sums]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, SHOWN)
      .map(([what, bytes]) => `${(bytes / 1e6).toFixed(2).padStart(8)}  ${what}`)
  return [
    '\nThe heap after collection, MB by kind:',
    ...ranked(kinds),
    '\nby what it is:',
    ...ranked(constructors),
  ]
}
