import type { Leadership } from '@yilian/domain/staffing/terms.ts'
import { orNull } from '../../command/fields.tsx'

/** What an appointment is to, as it is typed. */
export interface PlaceDraft {
  readonly postId: string | null
  readonly leadership: Leadership | null
  readonly title: string
  /** Per cent of full time. */
  readonly percent: number | null
}

export const EMPTY_PLACE: PlaceDraft = { postId: null, leadership: null, title: '', percent: null }

/** A place on record as one would type it. */
export function placeDraft(one: {
  readonly post: { readonly id: string } | null
  readonly leadership: Leadership | null
  readonly title: string | null
  readonly share: string | null
}): PlaceDraft {
  return {
    postId: one.post?.id ?? null,
    leadership: one.leadership,
    title: one.title ?? '',
    percent: one.share === null ? null : Math.round(Number(one.share) * 100),
  }
}

/** A part of full time with two decimals: 40 per cent is `0.40`. */
export function shareOf(percent: number | null): string | null {
  return percent === null ? null : (percent / 100).toFixed(2)
}

export function placeInput({ postId, leadership, title, percent }: PlaceDraft) {
  return { postId, leadership, title: orNull(title), share: shareOf(percent) }
}
