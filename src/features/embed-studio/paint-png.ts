/**
 * A picture of ours in pixels, drawn by this browser: for servers that draw none, such as the demo's. `scale` pixels a px.
 * Rejects when the browser cannot.
 */
export async function paintPng(svg: Blob, scale: 1 | 2): Promise<Blob> {
  const url = URL.createObjectURL(svg)
  try {
    const picture = new Image()
    picture.src = url
    await picture.decode()
    const canvas = document.createElement('canvas')
    canvas.width = picture.naturalWidth * scale
    canvas.height = picture.naturalHeight * scale
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const painted = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (painted === null) throw new Error('The canvas gave no picture.')
    return painted
  } finally {
    URL.revokeObjectURL(url)
  }
}
