import { OCR_FOLDER } from 'virtual:ocr'
import { plainImage } from '../../store/plain-image.ts'

/** The small print of a pack needs more of the picture than a photo to look at. */
const LONGEST_PX = 3000

/**
 * The text on a photo, read on this device. All three parts of the reader come from the app's own folder: left to itself
 * it would ask another host for them. The photo is let go with the reader.
 */
export async function readPhoto(photo: Blob): Promise<string> {
  const [{ createWorker }, image] = await Promise.all([
    import('tesseract.js'),
    plainImage(photo, LONGEST_PX),
  ])
  if (!image) throw new Error('no picture that this browser reads')
  const folder = new URL(OCR_FOLDER, location.href).href
  const worker = await createWorker('eng', 1, {
    workerPath: `${folder}worker.min.js`,
    corePath: folder,
    langPath: folder,
    workerBlobURL: false,
    gzip: true,
    // The service worker keeps it, as everything else.
    cacheMethod: 'none',
    // What fails is thrown where it is waited for.
    errorHandler: () => undefined,
  })
  try {
    const { data } = await worker.recognize(image)
    return data.text.trim()
  } finally {
    await worker.terminate()
  }
}
