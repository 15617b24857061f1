import type { Profession } from '@yilian/domain/code-lists/profession.ts'
import type { TrainingProgramme } from '@yilian/domain/code-lists/training-programme.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { staffCountIssues, type StaffCountValue } from '@yilian/domain/staffing/staff-count.ts'
import type { GpKind, RecruitmentChannel } from '@yilian/domain/staffing/terms.ts'
import {
  recruitmentDriveIssues,
  trainingCohortIssues,
  type RecruitmentDriveValue,
  type TrainingCohortValue,
} from '@yilian/domain/staffing/training.ts'

import { baseVersionField, defineCommand, type Fields } from '../command/command.graphql.ts'
import { CohortStateEnum, GpKindEnum, RecruitmentChannelEnum, TrainingProgrammeEnum } from '../graphql/staffing-enums.ts'
import { defineCountyRecord } from './county-record.ts'
import * as training from './training.commands.ts'

type Optional<T> = T | null | undefined

const reportFields = (t: Fields) => ({
  institutionIds: t.idList({ description: 'The institutions concerned.' }),
  target: t.boolean({ description: 'To be reached, not what was; false when left out.' }),
})
const reportedFor = (t: Fields) => ({
  reportedFor: t.string({ description: 'For when the counts are reported, at most 30 characters: 2023H1.' }),
})

interface Reported {
  readonly institutionIds?: Optional<readonly string[]>
  readonly reportedFor?: Optional<string>
  readonly target?: Optional<boolean>
}
const reportedOf = ({ institutionIds, target }: Reported) => ({ institutionIds: institutionIds ?? [], target: target ?? false })

interface CohortInput extends Reported {
  readonly programme: TrainingProgramme
  readonly name: string
  readonly startYear?: Optional<number>
  readonly planned?: Optional<number>
  readonly enrolled?: Optional<number>
  readonly interns?: Optional<number>
  readonly graduated?: Optional<number>
  readonly placed?: Optional<number>
  readonly posts?: Optional<number>
  readonly obligationYears?: Optional<number>
}

defineCountyRecord<CohortInput, TrainingCohortValue>({
  fact: 'TRAINING_COHORT',
  thing: 'cohort',
  idField: 'cohortId',
  record: { name: 'recordCohort', description: '登记培养队列: people trained together, with the counts that are known.' },
  correct: {
    name: 'correctCohort',
    description: '更正培养队列: the cohort as it truly is, all of it; counts are brought up to date so, too.',
  },
  fields: (t) => ({
    programme: t.field({ type: TrainingProgrammeEnum, required: true, description: 'The programme.' }),
    name: t.string({ required: true, description: 'What it is called, at most 100 characters.' }),
    startYear: t.int({ description: 'The year it began.' }),
    planned: t.int({ description: 'People planned.' }),
    enrolled: t.int({ description: 'People enrolled.' }),
    interns: t.int({ description: 'Interns.' }),
    graduated: t.int({ description: 'Graduates.' }),
    placed: t.int({ description: 'People placed.' }),
    posts: t.int({ description: 'Posts that are there for its graduates.' }),
    obligationYears: t.int({ description: 'Years of service owed.' }),
    ...reportedFor(t),
    ...reportFields(t),
  }),
  valueOf: (input, cited) => ({
    ...cited,
    ...reportedOf(input),
    reportedFor: input.reportedFor?.trim() || null,
    programme: input.programme,
    name: input.name.trim(),
    startYear: input.startYear ?? null,
    planned: input.planned ?? null,
    enrolled: input.enrolled ?? null,
    interns: input.interns ?? null,
    graduated: input.graduated ?? null,
    placed: input.placed ?? null,
    posts: input.posts ?? null,
    obligationYears: input.obligationYears ?? null,
  }),
  issues: trainingCohortIssues,
})

interface DriveInput extends Reported {
  readonly name: string
  readonly channel?: Optional<RecruitmentChannel>
  readonly posts?: Optional<number>
  readonly applicants?: Optional<number>
  readonly hired?: Optional<number>
  readonly openedOn?: Optional<IsoDate>
  readonly closedOn?: Optional<IsoDate>
  readonly postPool?: Optional<boolean>
}

defineCountyRecord<DriveInput, RecruitmentDriveValue>({
  fact: 'RECRUITMENT_DRIVE',
  thing: 'recruitmentDrive',
  idField: 'driveId',
  record: { name: 'recordRecruitmentDrive', description: '登记招聘: a drive with its channel and how far it came.' },
  correct: { name: 'correctRecruitmentDrive', description: '更正招聘记录: the drive as it truly is, all of it.' },
  fields: (t) => ({
    name: t.string({ required: true, description: 'What it is called, at most 100 characters.' }),
    channel: t.field({ type: RecruitmentChannelEnum, description: 'The channel.' }),
    posts: t.int({ description: 'Posts offered.' }),
    applicants: t.int({ description: 'Applicants.' }),
    hired: t.int({ description: 'People hired.' }),
    openedOn: t.field({ type: 'Date', description: 'When it opened.' }),
    closedOn: t.field({ type: 'Date', description: 'When it closed.' }),
    postPool: t.boolean({ description: 'Posts of a pool were competed for; false when left out.' }),
    ...reportedFor(t),
    ...reportFields(t),
  }),
  valueOf: (input, cited) => ({
    ...cited,
    ...reportedOf(input),
    reportedFor: input.reportedFor?.trim() || null,
    name: input.name.trim(),
    channel: input.channel ?? null,
    posts: input.posts ?? null,
    applicants: input.applicants ?? null,
    hired: input.hired ?? null,
    openedOn: input.openedOn ?? null,
    closedOn: input.closedOn ?? null,
    postPool: input.postPool ?? false,
  }),
  issues: recruitmentDriveIssues,
})

interface CountInput extends Reported {
  readonly what: string
  readonly profession?: Optional<string>
  readonly generalPractitioner?: Optional<GpKind>
  readonly count?: Optional<number>
  readonly onDay?: Optional<IsoDate>
  readonly period?: Optional<string>
  readonly replaced?: Optional<boolean>
}

defineCountyRecord<CountInput, StaffCountValue>({
  fact: 'STAFF_COUNT',
  thing: 'staffCount',
  idField: 'staffCountId',
  record: { name: 'recordStaffCount', description: '登记人员统计数: a number of people that a report gives and does not name.' },
  correct: {
    name: 'correctStaffCount',
    description: '更正人员统计数: the count as it truly is, all of it; `replaced` when the people are known.',
  },
  fields: (t) => ({
    what: t.string({ required: true, description: 'What is counted, at most 100 characters.' }),
    profession: t.string({ description: 'See `codeList(name: "profession")`.' }),
    generalPractitioner: t.field({ type: GpKindEnum, description: 'General practitioners of this kind.' }),
    count: t.int({ description: 'How many.' }),
    onDay: t.field({ type: 'Date', description: 'On which day.' }),
    period: t.string({ description: 'For which period, at most 30 characters.' }),
    replaced: t.boolean({ description: 'The people are known: in no total; false when left out.' }),
    ...reportFields(t),
  }),
  valueOf: (input, cited) => ({
    ...cited,
    ...reportedOf(input),
    what: input.what.trim(),
    profession: (input.profession?.trim() || null) as Profession | null,
    generalPractitioner: input.generalPractitioner ?? null,
    count: input.count ?? null,
    onDay: input.onDay ?? null,
    period: input.period?.trim() || null,
    replaced: input.replaced ?? false,
  }),
  issues: staffCountIssues,
})

defineCommand<training.SetCohortMember>({
  name: 'setCohortMember',
  description: '登记培养对象: from the effective day somebody of the cohort is so far, from enrolment to placement.',
  fields: (t) => ({
    cohortId: t.id({ required: true, description: 'The cohort.' }),
    personId: t.id({ required: true, description: 'The person.' }),
    state: t.field({ type: CohortStateEnum, required: true, description: 'How far.' }),
  }),
  body: training.setCohortMember,
})

defineCommand<training.RecordMentorship>({
  name: 'recordMentorship',
  description: '登记师徒结对: of two people, or a number of pairs at institutions.',
  fields: (t) => ({
    regionCode: t.string({ required: true, description: 'Twelve digits: of which county.' }),
    mentorId: t.id({ description: 'Who teaches.' }),
    menteeId: t.id({ description: 'Who learns; needed with a mentor.' }),
    pairs: t.int({ description: 'Pairs, where people are not named.' }),
    institutionIds: t.idList({ description: 'The institutions concerned.' }),
    content: t.string({ description: 'What it is about, at most 500 characters.' }),
  }),
  body: training.recordMentorship,
})

defineCommand<training.EndMentorship>({
  name: 'endMentorship',
  description: '结束师徒结对 from the effective day.',
  fields: (t) => ({
    mentorshipId: t.id({ required: true, description: 'The mentorship.' }),
    baseVersion: baseVersionField(t, 'mentorship'),
  }),
  body: training.endMentorship,
})

defineCommand<training.RecordPopulation>({
  name: 'recordPopulation',
  description: '登记常住人口: residents of a region in a year, for rates; recorded again they are corrected.',
  dated: false,
  fields: (t) => ({
    regionCode: t.string({ required: true, description: 'Twelve digits: of which region.' }),
    year: t.int({ required: true, description: 'The year.' }),
    residents: t.int({ required: true, description: 'Residents.' }),
    baseVersion: baseVersionField(t, 'population'),
  }),
  body: training.recordPopulation,
})
