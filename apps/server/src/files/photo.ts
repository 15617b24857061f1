import { createHash } from 'node:crypto'

import { PHOTO_LIMITS } from '@yilian/domain/construction/report-photo.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import sharp from 'sharp'

// Of what the library reads, only these three: photos come from whoever reports.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] })
// What was read is not kept, and few are worked on at a time.
sharp.cache(false)
sharp.concurrency(1)

/** A photo as it is kept. */
export interface KeptPhoto {
  readonly image: Buffer
  readonly thumbnail: Buffer
  readonly width: number
  readonly height: number
  readonly sha256: string
}

type Kept = KeptPhoto | { readonly issue: Issue }

const LONGEST_SIDE = 2560
const THUMBNAIL_SIDE = 320
const SECONDS = 20

/**
 * A photo made anew from what was uploaded: upright, at most 2,560 pixels long, JPEG, without place, camera and whatever else came with
 * it. Or why it is refused: by its first bytes, its size, its pixels before it is unpacked, or because it cannot be read.
 */
export async function keptPhoto(data: Uint8Array, name: string): Promise<Kept> {
  if (data.length > PHOTO_LIMITS.megabytes * 1024 * 1024)
    return { issue: issue('file', 'PHOTO_TOO_LARGE', { name, max: PHOTO_LIMITS.megabytes }) }
  if (isHeic(data)) return { issue: issue('file', 'PHOTO_HEIC', { name }) }
  if (!isPhoto(data)) return { issue: issue('file', 'PHOTO_TYPE', { name }) }
  return inTurn(() => made(data, name))
}

/** One after the other: unpacked, a photo takes hundreds of megabytes. */
let last: Promise<unknown> = Promise.resolve()
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work)
  last = mine.catch(() => {})
  return mine
}

async function made(data: Uint8Array, name: string): Promise<Kept> {
  try {
    const { width, height } = await sharp(data, { limitInputPixels: false }).metadata()
    if (width * height > PHOTO_LIMITS.megapixels * 1_000_000)
      return { issue: issue('file', 'PHOTO_TOO_MANY_PIXELS', { name, max: PHOTO_LIMITS.megapixels }) }
    const read = sharp(data, { limitInputPixels: PHOTO_LIMITS.megapixels * 1_000_000, failOn: 'error' })
    const upright = read.autoOrient().flatten({ background: '#fff' }).timeout({ seconds: SECONDS })
    const { data: image, info } = await upright
      .clone()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    const thumbnail = await sharp(image)
      .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 75 })
      .toBuffer()
    return { image, thumbnail, width: info.width, height: info.height, sha256: createHash('sha256').update(image).digest('hex') }
  } catch {
    return { issue: issue('file', 'PHOTO_DAMAGED', { name }) }
  }
}

// What telephones write of themselves, as the box `ftyp` at the start of the file names it.
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

/** By its first bytes. Telephones make another format of it on the way where the page says which are taken; not every one does. */
function isHeic(data: Uint8Array): boolean {
  const head = Buffer.from(data.subarray(4, 12)).toString('latin1')
  return head.startsWith('ftyp') && HEIC_BRANDS.includes(head.slice(4))
}

/** By its first bytes, whatever its name says. */
function isPhoto(data: Uint8Array): boolean {
  const starts = (at: number, ...bytes: readonly number[]) => bytes.every((byte, index) => data[at + index] === byte)
  const isJpeg = starts(0, 0xff, 0xd8, 0xff)
  const isPng = starts(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  const isWebp = starts(0, 0x52, 0x49, 0x46, 0x46) && starts(8, 0x57, 0x45, 0x42, 0x50)
  return isJpeg || isPng || isWebp
}
