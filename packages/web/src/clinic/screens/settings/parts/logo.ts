/** What the server takes: 100 KB, less what base64 may add. */
const MOST_BYTES = 100 * 1_024
/** Drawn at most so large, and smaller where it is still too much. */
const SIDES = [480, 360, 240, 160] as const

/** A picture as a small PNG in a data URL, drawn anew so that nothing else is in the file; null where it is none. */
export async function logoOf(file: Blob): Promise<string | null> {
  const image = await createImageBitmap(file).catch(() => null)
  if (image === null) return null
  for (const side of SIDES) {
    const drawn = drawnAt(image, side)
    if (drawn !== null && bytesOf(drawn) <= MOST_BYTES) return drawn
  }
  return null
}

function drawnAt(image: ImageBitmap, side: number): string | null {
  const scale = Math.min(1, side / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.width * scale))
  canvas.height = Math.max(1, Math.round(image.height * scale))
  const context = canvas.getContext('2d')
  if (context === null) return null
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png')
}

/** In base64 four letters are three bytes. */
function bytesOf(dataUrl: string): number {
  return Math.ceil(((dataUrl.length - dataUrl.indexOf(',') - 1) * 3) / 4)
}
