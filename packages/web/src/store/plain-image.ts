/** The longest side of a photo that is kept: enough to look at, and a small part of what a camera gives. */
const LONGEST_PX = 1600
const QUALITY = 0.86

/**
 * The picture alone, drawn anew: turned the right way up, no larger than needed, and without what a camera writes into a
 * file (place, time, device). Null where the browser cannot read it as a picture.
 */
export async function plainImage(file: Blob, longestPx = LONGEST_PX): Promise<Blob | null> {
  const picture = await readPicture(file)
  if (!picture) return null
  const size = fittedSize(picture, longestPx)
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  canvas.getContext('2d')?.drawImage(picture, 0, 0, size.width, size.height)
  picture.close()
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
}

async function readPicture(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return null
  }
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** The size in whole pixels with no side longer than `longest`, never enlarged and never nothing. */
export function fittedSize({ width, height }: Size, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(width, height))
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}
