import sharp from 'sharp'

/**
 * The only door to the image library, whose settings belong to the process. Four formats are read and no other: what a
 * vector drawing, a document or a camera's raw file can do is never tried. One thread an image and nothing kept between
 * two: photos are few and memory is what a hostile one is after.
 */
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
})
sharp.concurrency(1)
sharp.cache(false)

export { sharp }
