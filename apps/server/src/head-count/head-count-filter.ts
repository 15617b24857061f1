import { builder } from '../graphql/builder.ts'
import { EstablishmentTypeEnum, SexEnum, TitleLevelEnum } from '../graphql/staffing-enums.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { momentArgs } from '../graphql/moment.ts'
import type { HeadCountFilter } from './counted.queries.ts'
import { AgeBandEnum } from './head-count-enums.ts'

/** The filter of every count of staff, and of the lists beside them. */
export const HeadCountFilterInput = builder.inputType('HeadCountFilter', {
  description: 'Which institutions and which people; all conditions must hold. National codes are text, as `codeList` has them.',
  fields: (t) => ({
    countyCode: t.string({ description: 'Six digits: institutions registered in this county.' }),
    regionCode: t.string({ description: 'Twelve digits: institutions within this region on the day.' }),
    allianceId: t.id({ description: 'Institutions that lead or are members of this alliance on the day.' }),
    institutionId: t.id({ description: 'This institution.' }),
    professions: t.stringList({ description: 'People of any of these professions by actual work: codes of the list `profession`.' }),
    workClasses: t.stringList({ description: 'People of any of these classes: codes of the list `workClass`.' }),
    titleLevels: t.field({ type: [TitleLevelEnum], description: 'People appointed at any of these levels.' }),
    establishmentTypes: t.field({ type: [EstablishmentTypeEnum], description: 'People employed in any of these ways.' }),
    sexes: t.field({ type: [SexEnum], description: 'People of these sexes.' }),
    ageBands: t.field({ type: [AgeBandEnum], description: 'People in any of these age bands on the day.' }),
    educations: t.stringList({ description: 'People of any of these levels of education: codes of the list `education`.' }),
  }),
})

/** What every count is asked with. */
export const countArgs = builder.args((t) => ({
  filter: t.field({ type: HeadCountFilterInput, description: 'Which.' }),
  ...momentArgs,
}))

/** Ids as the database has them. */
export function withUuids<F extends { allianceId?: string | null | undefined; institutionId?: string | null | undefined }>(
  filter: F | null | undefined,
): Omit<F, 'allianceId' | 'institutionId'> & Pick<HeadCountFilter, 'allianceId' | 'institutionId'> {
  const { allianceId, institutionId, ...rest } = filter ?? ({} as F)
  return { ...rest, allianceId: allianceId ? uuidOf(allianceId) : null, institutionId: institutionId ? uuidOf(institutionId) : null }
}
