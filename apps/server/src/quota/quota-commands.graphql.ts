import { baseVersionField, defineCommand } from '../command/command.graphql.ts'
import { PostClassEnum } from '../graphql/staffing-enums.ts'
import * as quotas from './quota.commands.ts'

defineCommand<quotas.SetQuota>({
  name: 'setQuota',
  description:
    '核定编制: from the effective day so many places of a class, of an institution or set aside by a pool. Not fewer than people in post, but for an exception.',
  fields: (t) => ({
    institutionId: t.id({ description: 'The institution, or' }),
    poolId: t.id({ description: 'the pool: one of the two.' }),
    postClass: t.field({ type: PostClassEnum, required: true, description: 'The class of posts.' }),
    count: t.int({ description: 'Places; left out: none is set from then on.' }),
    baseVersion: baseVersionField(t, 'quota'),
  }),
  body: quotas.setQuota,
})

defineCommand<quotas.SetQuotaException>({
  name: 'setQuotaException',
  description: '批准超编: from the effective day so many people above the quota, for a reason and on a document, and then visible.',
  fields: (t) => ({
    institutionId: t.id({ required: true, description: 'The institution.' }),
    postClass: t.field({ type: PostClassEnum, required: true, description: 'The class of posts.' }),
    count: t.int({ required: true, description: 'People above the quota; 0: none from then on.' }),
    reason: t.string({ description: 'Why, at most 500 characters; needed unless the number is 0.' }),
    baseVersion: baseVersionField(t, 'exception'),
  }),
  body: quotas.setQuotaException,
})

defineCommand<quotas.CreateQuotaPool>({
  name: 'createQuotaPool',
  description: '设立编制周转池: a pool of places of a county.',
  fields: (t) => ({
    regionCode: t.string({ required: true, description: 'Twelve digits: of which county.' }),
    name: t.string({ required: true, description: 'Its name, at most 100 characters.' }),
    total: t.int({ required: true, description: 'Places in it.' }),
  }),
  body: quotas.createQuotaPool,
})

defineCommand<quotas.SetQuotaPool>({
  name: 'setQuotaPool',
  description: '调整编制周转池: from the effective day another total, or name. Not fewer than are lent.',
  fields: (t) => ({
    poolId: t.id({ required: true, description: 'The pool.' }),
    total: t.int({ required: true, description: 'Places in it.' }),
    name: t.string({ description: 'Its name; left out it stays.' }),
    baseVersion: baseVersionField(t, 'pool'),
  }),
  body: quotas.setQuotaPool,
})

defineCommand<quotas.LendQuota>({
  name: 'lendQuota',
  description: '借用编制: a pool, or an institution, lends places to an institution.',
  fields: (t) => ({
    poolId: t.id({ description: 'The pool that lends, or' }),
    fromId: t.id({ description: 'the institution: one of the two.' }),
    institutionId: t.id({ required: true, description: 'To whom.' }),
    postClass: t.field({ type: PostClassEnum, required: true, description: 'Of which class.' }),
    count: t.int({ required: true, description: 'Places.' }),
    plannedUntil: t.field({ type: 'Date', description: 'The last day they are planned to be lent.' }),
  }),
  body: quotas.lendQuota,
})

defineCommand<quotas.ReturnQuota>({
  name: 'returnQuota',
  description: '归还编制: from the effective day all of a loan, or some of it, is back. Refused while people take the places.',
  fields: (t) => ({
    loanId: t.id({ required: true, description: 'The loan.' }),
    count: t.int({ description: 'Places given back; all when left out.' }),
    baseVersion: baseVersionField(t, 'loan'),
  }),
  body: quotas.returnQuota,
})
