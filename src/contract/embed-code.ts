type Framed = {
  /** Absolute address of the embed. */
  address: string
  title: string
  /** Of the frame until the chart says its own, px. */
  height: number
}

const SIGNS: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const quoted = (text: string) => `"${text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)}"`

/** A frame alone, for pages that take no script of others. It fills its column. */
export function iframeCode({ address, title, height }: Framed): string {
  return [
    `<iframe src=${quoted(address)} title=${quoted(title)} aria-label=${quoted(title)}`,
    `loading="lazy" height="${Math.ceil(height)}" style="width: 0; min-width: 100% !important; border: none;"></iframe>`,
  ].join(' ')
}

/** The chart with our script, which makes the frame and gives it the height that its chart needs; without it, a link. */
export function scriptCode({ address, title, height }: Framed): string {
  // Beside the folder that embeds stand in, wherever that is.
  const script = new URL('../embed.js', address).href
  return [
    `<div data-jauge=${quoted(address)} data-height="${Math.ceil(height)}">`,
    `<a href=${quoted(address)}>${quoted(title).slice(1, -1)}</a></div>`,
    `<script async src=${quoted(script)}></script>`,
  ].join('')
}

/** A picture that leads to the chart, for what is written in Markdown. */
export function markdownCode({
  address,
  title,
  picture,
  alt,
}: Pick<Framed, 'address' | 'title'> & { picture: string; alt: string }): string {
  const plain = (text: string) => text.replaceAll(/([\\[\]<>*_`])/g, String.raw`\$1`)
  return `[![${plain(alt)}](${picture} "${title.replaceAll('"', '”')}")](${address})`
}

/** Where oEmbed tells of an embed. */
export function oEmbedAddress(address: string, format: 'json' | 'xml'): string {
  const search = new URLSearchParams({ url: address, format }).toString()
  return `${new URL('../oembed', address).href}?${search}`
}
