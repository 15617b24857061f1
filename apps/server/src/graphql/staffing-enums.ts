import { SEXES } from '@yilian/domain/code-lists/education.ts'
import { ESTABLISHMENT_TYPES } from '@yilian/domain/code-lists/establishment-type.ts'
import { TITLE_LEVELS } from '@yilian/domain/code-lists/title-level.ts'
import { TRAINING_PROGRAMMES } from '@yilian/domain/code-lists/training-programme.ts'
import type { Text } from '@yilian/domain/locale.ts'
import { APPOINTMENT_KIND_LABELS } from '@yilian/domain/staffing/appointment-kind.ts'
import { RETIREMENT_RULES, type RetirementGroup } from '@yilian/domain/staffing/retirement.ts'
import { COHORT_STATES, GP_KINDS, LEADERSHIPS, LICENCE_KINDS, POST_CLASSES, RECRUITMENT_CHANNELS } from '@yilian/domain/staffing/terms.ts'

import { codeEnum, listEnum } from './text.ts'

// Numeric national codes (work class, profession, education …) are no enum names and stay text.
const retirementLabels = Object.fromEntries(Object.entries(RETIREMENT_RULES).map(([group, { label }]) => [group, label])) as Record<
  RetirementGroup,
  Text
>

export const SexEnum = listEnum('Sex', SEXES)
export const TitleLevelEnum = listEnum('TitleLevel', TITLE_LEVELS)
export const EstablishmentTypeEnum = listEnum('EstablishmentType', ESTABLISHMENT_TYPES)
export const TrainingProgrammeEnum = listEnum('TrainingProgramme', TRAINING_PROGRAMMES)
export const AppointmentKindEnum = codeEnum('AppointmentKind', 'How a person is tied to an institution.', APPOINTMENT_KIND_LABELS)
export const PostClassEnum = codeEnum('PostClass', 'Classes of posts of public institutions.', POST_CLASSES)
export const LeadershipEnum = codeEnum('Leadership', 'Leadership of an institution.', LEADERSHIPS)
export const LicenceKindEnum = codeEnum('LicenceKind', 'Licences, registrations and certificates.', LICENCE_KINDS)
export const GpKindEnum = codeEnum('GpKind', 'What makes somebody a general practitioner.', GP_KINDS)
export const CohortStateEnum = codeEnum('CohortState', 'How far somebody in a cohort is.', COHORT_STATES)
export const RecruitmentChannelEnum = codeEnum('RecruitmentChannel', 'How people are recruited.', RECRUITMENT_CHANNELS)
export const RetirementGroupEnum = codeEnum('RetirementGroup', 'By which rule somebody retires.', retirementLabels)
