// Our own script for the host's page: `<script async src="https://…/embed.js">`. It knows nothing and keeps nothing.
{
  const script = document.currentScript as HTMLScriptElement | null
  const origin = script ? new URL(script.src).origin : ''
  // Where our frames stand: beside this script, wherever that is.
  const own = new URL('embed/', script?.src ?? document.baseURI).href
  const frames = () => [...document.getElementsByTagName('iframe')]

  const fill = () => {
    for (const place of document.querySelectorAll<HTMLElement>('[data-jauge]')) {
      const url = new URL(place.dataset['jauge'] ?? '', script?.src)
      delete place.dataset['jauge']
      if (!script || !url.href.startsWith(own)) continue
      const frame = document.createElement('iframe')
      frame.src = url.href
      frame.title = frame.ariaLabel = place.textContent?.trim() ?? ''
      frame.loading = 'lazy'
      frame.height = place.dataset['height'] ?? '480'
      frame.style.cssText = 'width:0;min-width:100%!important;border:0'
      place.replaceChildren(frame)
    }
  }

  addEventListener('message', ({ data, origin: from, source }: MessageEvent<unknown>) => {
    if (from !== origin || typeof data !== 'object' || data === null || !('jauge' in data)) return
    const height = 'height' in data ? Number(data.height) : 0
    const frame = frames().find(({ contentWindow }) => contentWindow === source)
    if (frame && height > 0 && height < 1e4) frame.style.height = `${height}px`
  })
  fill()
  document.addEventListener('DOMContentLoaded', fill)
}
