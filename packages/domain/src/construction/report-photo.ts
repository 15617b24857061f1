import type { Recorded } from '../dated.ts'
import type { Issue } from '../issue.ts'
import { lengthIssues } from '../value-issues.ts'

/** A photo of a monthly report, as it is kept: turned upright, made smaller, and without what the camera wrote into it. */
export interface ReportPhoto extends Recorded {
  readonly rowId: string
  readonly id: string
  readonly projectId: string
  readonly progressReportId: string
  readonly month: string
  /** The name of the file as it was added, without folders. */
  readonly name: string
  /** What it shows, in words; `null`: nobody wrote it. */
  readonly caption: string | null
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly sha256: string
}

/** What a photo may be. Larger ones are refused with the number. */
export const PHOTO_LIMITS = {
  megabytes: 20,
  /** Width times height: a small file can unpack to much. */
  megapixels: 60,
  ofReport: 30,
  /** Characters of what it shows. */
  caption: 200,
} as const

/** Types that are taken, as browsers name them. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const

/** What a caption may not be. */
export function captionIssues(caption: string | null): Issue[] {
  return lengthIssues({ caption: [caption, PHOTO_LIMITS.caption] })
}

/** The last part of a name, without signs that a file system or a header could take for something else; at most 100 characters. */
export function photoName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const plain = [...last].filter((sign) => sign >= ' ' && sign !== '\u007f' && !/[:*?"<>|\p{Cf}]/u.test(sign)).join('')
  const name = plain.replace(/^[.\s]+/, '').trim()
  return [...name].slice(0, 100).join('') || 'photo'
}
