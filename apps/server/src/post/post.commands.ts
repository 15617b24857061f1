import { v7 as newId } from 'uuid'

import { lockAlliances, lockInstitutions } from '@yilian/database/changes.ts'
import { factRows, writeTimeline } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { changeFrom, endFrom, notInForceIssues } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, issuesAt } from '@yilian/domain/issue.ts'
import { covers } from '@yilian/domain/period.ts'
import { postIssues, type Post, type PostValue } from '@yilian/domain/staffing/post.ts'
import type { Leadership, PostClass } from '@yilian/domain/staffing/terms.ts'

import { allianceDaysFrom, allianceKnown, institutionOpen, notFound } from '../command/known.ts'
import { refuseOn, requireVersion, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { cited } from '../membership/membership.commands.ts'

/** What is said of a post. */
export interface PostInput {
  readonly postClass: PostClass
  readonly title: string
  readonly grade?: string | null | undefined
  readonly count: number
  readonly leadership?: Leadership | null | undefined
}

const saidOf = ({ postClass, title, grade, count, leadership }: PostInput) => ({
  postClass,
  title: title.trim(),
  grade: grade?.trim() || null,
  count,
  leadership: leadership ?? null,
})

export interface OpenPost extends CommandInput {
  readonly institutionId?: string | null | undefined
  readonly allianceId?: string | null | undefined
  readonly post: PostInput
  readonly effectiveOn: IsoDate
}

/** 设置岗位: at an institution, or in the post pool of an alliance. */
export const openPost =
  (input: OpenPost): CommandBody =>
  async (trx, begin) => {
    const { institutionId = null, allianceId = null, effectiveOn } = input
    if ((institutionId === null) === (allianceId === null)) refuseOn([issue('institutionId', 'POST_OWNER_NEEDED')])
    if (allianceId !== null) {
      await lockAlliances(trx, [allianceId])
      await allianceDaysFrom(trx, await allianceKnown(trx, allianceId, 'allianceId'), effectiveOn)
    } else {
      await lockInstitutions(trx, [institutionId!])
      await institutionOpen(trx, institutionId!, effectiveOn, 'institutionId')
    }
    const value: PostValue = { ...saidOf(input.post), frozen: false, documentId: input.documentId ?? null, source: null, sourceNote: null }
    refuseOn(issuesAt('post', postIssues(value)))
    await writeTimeline(trx, await begin(), 'POST', newId(), { institutionId, allianceId }, [
      { ...value, validFrom: effectiveOn, validTo: null },
    ])
  }

export interface OnPost extends CommandInput {
  readonly postId: string
  readonly baseVersion: number
  readonly effectiveOn: IsoDate
}

export interface RevisePost extends OnPost {
  readonly post: PostInput
}

/** 变更岗位: from the effective day it is another class, grade or number. */
export const revisePost =
  (input: RevisePost): CommandBody =>
  async (trx, begin) => {
    const { rows, keys } = await lockPost(trx, input)
    const before = rows.find((one) => covers(one, input.effectiveOn))
    if (!before) return refuseOn(notInForceIssues(rows, input.effectiveOn))
    const value = { ...saidOf(input.post), ...cited(input) }
    refuseOn(issuesAt('post', postIssues({ ...before, ...value })))
    await writeTimeline(trx, await begin(), 'POST', input.postId, keys, changeFrom<PostValue>(rows, input.effectiveOn, value))
  }

export interface FreezePost extends OnPost {
  /** False: it may be filled again. */
  readonly frozen: boolean
}

/** 冻结、解冻岗位: from the effective day nobody new is to be appointed to it, or somebody may be again. */
export const freezePost =
  (input: FreezePost): CommandBody =>
  async (trx, begin) => {
    const { rows, keys } = await lockPost(trx, input)
    refuseOn(rows.some((one) => covers(one, input.effectiveOn)) ? [] : notInForceIssues(rows, input.effectiveOn))
    const desired = changeFrom<PostValue>(rows, input.effectiveOn, { frozen: input.frozen, ...cited(input) })
    await writeTimeline(trx, await begin(), 'POST', input.postId, keys, desired)
  }

/** 撤销岗位: from the effective day there is no such post. Refused while somebody holds it. */
export const closePost =
  (input: OnPost): CommandBody =>
  async (trx, begin) => {
    const { rows, keys } = await lockPost(trx, input)
    refuseOn(rows.some((one) => covers(one, input.effectiveOn)) ? [] : notInForceIssues(rows, input.effectiveOn))
    await writeTimeline(trx, await begin(), 'POST', input.postId, keys, endFrom(rows, input.effectiveOn))
  }

async function lockPost(trx: Db, { postId, baseVersion }: OnPost) {
  const found = await trx.selectFrom('post').select(['institutionId', 'allianceId']).where('id', '=', postId).limit(1).executeTakeFirst()
  if (!found) throw notFound('postId', 'post', postId)
  await lockAlliances(trx, found.allianceId === null ? [] : [found.allianceId])
  await lockInstitutions(trx, found.institutionId === null ? [] : [found.institutionId])
  await requireVersion(trx, 'POST', postId, baseVersion)
  return { rows: await factRows<Post>(trx, 'POST', [postId]), keys: { ...found } }
}
