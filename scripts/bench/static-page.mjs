/**
 * The same headlines and a map of the same corridors, written into one page by hand: no script, one request.
 * Nothing that does the job can be faster, so it is what our own page is measured against.
 */
export function writtenByHand({ situation, legs }) {
  const cells = situation.headlines
    .map(
      ({ id, value, n }) => `<li><h3>${id}</h3><p><b>${value?.best ?? '–'}</b></p><p>${n}</p></li>`,
    )
    .join('')
  const lines = legs
    .map(({ line }) => `<path d="M${thinned(line).map(toPixels).join('L')}"/>`)
    .join('')
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Reference</title><style>body{font:16px/1.4 system-ui;margin:1rem}ul{display:flex;flex-wrap:wrap;gap:1rem;list-style:none;padding:0}
svg{width:100%;height:420px;background:#eef}path{fill:none;stroke:#246;stroke-width:2}</style>
<h1>The situation</h1><section aria-labelledby="headlines"><h2 id="headlines">Key figures</h2><ul>${cells}</ul></section>
<div class="leaflet-container"><svg viewBox="0 0 900 420">${lines}</svg></div></html>`
}

function toPixels([lon, lat]) {
  return `${((lon + 18) * 40).toFixed(1)} ${((18 - lat) * 30).toFixed(1)}`
}

/** Every fourth point and the last: what somebody would draw by hand. */
function thinned(line) {
  return line.filter((_, index) => index % 4 === 0 || index === line.length - 1)
}
