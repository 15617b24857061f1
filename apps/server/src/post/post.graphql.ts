import { allianceLoader } from '../alliance/alliance.graphql.ts'
import { Alliance } from '../alliance/alliance.ref.ts'
import { baseVersionField, defineCommand, type Fields } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { momentFields, pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import type { Context } from '../graphql/context.ts'
import { citedFields, datedFields } from '../graphql/dated-fields.ts'
import { knownArg, loaderFor, momentArgs, momentOf, now, rootMoment, type AtMoment } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { LeadershipEnum, PostClassEnum } from '../graphql/staffing-enums.ts'
import { versionOf } from '../graphql/version.ts'
import { institutionSeen } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import * as posts from './post.commands.ts'
import { filledPosts, postPage, postsByIds, postTimelines, type PostRow } from './post.queries.ts'

export const Post = builder.objectRef<PostRow>('Post')

/** The post at the moment of what names it; null for none, and where it is not seen. */
export function postSeen(context: Context, { moment }: AtMoment, id: string | null): PostRow | null | Promise<PostRow | null> {
  return id === null ? null : loaderFor(context, 'postsByIds', moment, (ids) => postsByIds(context, ids, moment)).load(id)
}

async function filledOf(context: Context, { id, moment }: PostRow): Promise<number> {
  return (await loaderFor(context, 'filledPosts', moment, (ids) => filledPosts(context, ids, moment)).load(id)) ?? 0
}

builder.node(Post, {
  description: 'A post (岗位) at a moment: places to be filled at an institution, or in the post pool of an alliance (岗位池).',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await postsByIds(context, ids, now(context))
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    version: t.int({ description: 'What commands on it are based on.', resolve: ({ id }, _, context) => versionOf(context, 'POST', id) }),
    institution: t.field({
      type: Institution,
      nullable: true,
      description: 'Whose; null for a post of a pool.',
      resolve: (row, _, context) => institutionSeen(context, row, row.institutionId),
    }),
    alliance: t.field({
      type: Alliance,
      nullable: true,
      description: 'The alliance whose pool it is in; null for a post of an institution.',
      resolve: (row, _, context) => (row.allianceId === null ? null : allianceLoader(context, row).load(row.allianceId)),
    }),
    postClass: t.field({ type: PostClassEnum, description: 'Its class.', resolve: ({ postClass }) => postClass }),
    title: t.exposeString('title', { description: 'What it is called.' }),
    grade: t.exposeString('grade', { nullable: true, description: 'Its grade (岗位等级), as written.' }),
    count: t.exposeInt('count', { description: 'Places.' }),
    frozen: t.exposeBoolean('frozen', { description: 'Nobody new is to be appointed to it.' }),
    leadership: t.field({
      type: LeadershipEnum,
      nullable: true,
      description: 'A post of leadership.',
      resolve: ({ leadership }) => leadership,
    }),
    filled: t.int({ description: 'People who hold it on the day.', resolve: (row, _, context) => filledOf(context, row) }),
    vacancies: t.int({
      description: 'Places nobody holds on the day.',
      resolve: async (row, _, context) => Math.max(0, row.count - (await filledOf(context, row))),
    }),
    timeline: t.field({
      type: [Post],
      description: 'The post, stretch by stretch, as known at an instant.',
      args: knownArg,
      resolve: async (row, args, context) => {
        const moment = momentOf(row, args)
        return (await loaderFor(context, 'postTimelines', moment, (ids) => postTimelines(context, ids, moment)).load(row.id)) ?? []
      },
    }),
    ...datedFields(t),
    ...citedFields(t),
  }),
})

const PostFilterInput = builder.inputType('PostFilter', {
  description: 'Which posts; all conditions must hold on the day.',
  fields: (t) => ({
    countyCode: t.string({ description: 'Six digits: of institutions and alliances kept under this county.' }),
    institutionId: t.id({ description: 'Of this institution.' }),
    allianceId: t.id({ description: 'In the pool of this alliance.' }),
    postClasses: t.field({ type: [PostClassEnum], description: 'Of any of these classes.' }),
    pooled: t.boolean({ description: 'In a pool of an alliance, or of an institution.' }),
    vacant: t.boolean({ description: 'With a place that nobody holds, or none.' }),
    frozen: t.boolean({ description: 'Frozen, or not.' }),
  }),
})

builder.queryField('posts', (t) =>
  t.connection(
    {
      type: Post,
      authScopes: { may: 'staff.read' },
      description: `Posts in force at the moment, by title. ${PAGE_NOTE}`,
      args: { filter: t.arg({ type: PostFilterInput, description: 'Which.' }), ...momentArgs },
      resolve: async (_, { filter, ...args }, context) => {
        const moment = rootMoment(args, context)
        const id = (given: string | null | undefined) => (given ? uuidOf(given) : null)
        const which = { ...filter, institutionId: id(filter?.institutionId), allianceId: id(filter?.allianceId) }
        return { ...(await postPage(context, which, pageOf(args), moment)), moment }
      },
    },
    { name: 'PostConnection', description: 'A page of posts.', fields: (f) => momentFields(f) },
    { name: 'PostEdge' },
  ),
)

const PostInputType = builder.inputType('PostInput', {
  description: 'What is said of a post.',
  fields: (t) => ({
    postClass: t.field({ type: PostClassEnum, required: true, description: 'Its class.' }),
    title: t.string({ required: true, description: 'What it is called, at most 60 characters.' }),
    grade: t.string({ description: 'Its grade, at most 30 characters.' }),
    count: t.int({ required: true, description: 'Places, at least 1.' }),
    leadership: t.field({ type: LeadershipEnum, description: 'A post of leadership.' }),
  }),
})
const ofPost = (t: Fields) => ({
  postId: t.id({ required: true, description: 'The post.' }),
  baseVersion: baseVersionField(t, 'post'),
})

defineCommand<posts.OpenPost>({
  name: 'openPost',
  description: '设置岗位: at an institution, or in the post pool of an alliance.',
  fields: (t) => ({
    institutionId: t.id({ description: 'The institution, or' }),
    allianceId: t.id({ description: 'the alliance: one of the two.' }),
    post: t.field({ type: PostInputType, required: true, description: 'What is said of it.' }),
  }),
  body: posts.openPost,
})

defineCommand<posts.RevisePost>({
  name: 'revisePost',
  description: '变更岗位: from the effective day it is another class, grade or number. Not fewer places than people.',
  fields: (t) => ({ ...ofPost(t), post: t.field({ type: PostInputType, required: true, description: 'What is said of it.' }) }),
  body: posts.revisePost,
})

defineCommand<posts.FreezePost>({
  name: 'freezePost',
  description: '冻结、解冻岗位: from the effective day nobody new is to be appointed to it, or somebody may be again.',
  fields: (t) => ({ ...ofPost(t), frozen: t.boolean({ required: true, description: 'Frozen, or open again.' }) }),
  body: posts.freezePost,
})

defineCommand<posts.OnPost>({
  name: 'closePost',
  description: '撤销岗位: from the effective day there is no such post. Refused while somebody holds it.',
  fields: ofPost,
  body: posts.closePost,
})
