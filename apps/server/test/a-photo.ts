import sharp from 'sharp'

/** A small photo, one for each shade of 0 to 255. */
export async function aPhoto(shade: number): Promise<File> {
  const data = await sharp({ create: { width: 4, height: 3, channels: 3, background: { r: shade, g: shade, b: shade } } })
    .png()
    .toBuffer()
  return new File([new Uint8Array(data)], `${shade}.png`)
}
