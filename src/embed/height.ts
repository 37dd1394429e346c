/** Between the parts of pym's messages. */
const BETWEEN = 'xPYMx'

/**
 * Tells the page around this one how high its frame must be, whenever that changes, in every dialect that newsrooms listen
 * to: Datawrapper's (both generations), AMP's, pym's and our own. To whoever frames us, since nothing is in it but a height
 * and how the host itself calls the frame.
 */
export function tellHeight(body: HTMLElement): void {
  if (parent === window) return
  // The host wrote it itself, so that an older script finds the frame by it.
  const id = (location.pathname + location.search).slice(1)
  const child = new URLSearchParams(location.search).get('childId')
  let told = 0

  function tell(): void {
    const height = Math.ceil(body.getBoundingClientRect().height)
    if (height === 0) return
    told = height
    const message = { sentinel: 'amp', type: 'embed-size', jauge: id, height }
    parent.postMessage({ ...message, 'datawrapper-height': { [id]: height } }, '*')
    if (child !== null)
      parent.postMessage(['pym', child, 'height', String(height)].join(BETWEEN), '*')
  }

  new ResizeObserver(() => {
    // Shrinking is told as well as growing, but nothing twice: an answer must not become a question.
    if (Math.ceil(body.getBoundingClientRect().height) !== told) tell()
  }).observe(body)
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || typeof data !== 'string') return
    if (data.startsWith(['pym', child, 'width', ''].join(BETWEEN))) tell()
  })
  addEventListener('load', tell)
  tell()
}
