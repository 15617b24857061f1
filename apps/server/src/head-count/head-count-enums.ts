import { AGE_BANDS } from '@yilian/domain/staffing/counting/age.ts'
import { EXCLUSIONS } from '@yilian/domain/staffing/counting/exclusion.ts'
import { COUNTING_RULES, HEAD_COUNT_DIMENSIONS } from '@yilian/domain/staffing/counting/head-count.ts'
import { POSTING_FAULTS, SIX_MONTH_RULES, type SixMonthRule } from '@yilian/domain/staffing/counting/posting.ts'
import type { Text } from '@yilian/domain/locale.ts'

import { codeEnum, listEnum } from '../graphql/text.ts'

const sixMonthLabels = Object.fromEntries(Object.entries(SIX_MONTH_RULES).map(([rule, { label }]) => [rule, label])) as Record<
  SixMonthRule,
  Text
>

export const HeadCountDimensionEnum = codeEnum('HeadCountDimension', 'What staff can be counted by.', HEAD_COUNT_DIMENSIONS)
export const CountingRuleEnum = codeEnum('CountingRule', 'By which rule somebody counts somewhere.', COUNTING_RULES)
export const HeadCountExclusionReasonEnum = codeEnum('HeadCountExclusionReason', 'Why somebody is not counted.', EXCLUSIONS)
export const AgeBandEnum = listEnum('AgeBand', AGE_BANDS)
export const SixMonthRuleEnum = codeEnum('SixMonthRule', 'How six months of posting are counted.', sixMonthLabels)
export const PostingFaultEnum = codeEnum('PostingFault', 'Why a posting does not count.', POSTING_FAULTS)
