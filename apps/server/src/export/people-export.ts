import { z } from 'zod'

import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'
import { kindsThat } from '@yilian/domain/staffing/appointment-kind.ts'
import { retirementOf } from '@yilian/domain/staffing/retirement.ts'
import { STAFF_CARD_COLUMNS as CARD } from '@yilian/domain/staffing/staff-card-columns.ts'

import { appointmentsOfPeople, type AppointmentRow } from '../appointment/appointment.queries.ts'
import { institutionsByIds, type InstitutionRow } from '../institution/institution.queries.ts'
import { licencesOfPeople, type LicenceRow } from '../licence/licence.queries.ts'
import { personPage, type PersonRow } from '../person/person.queries.ts'
import { fileColumn, textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { codesFilter, countyFilter, idFilter, textFilter } from './filters.ts'
import { allPages, distinct } from './pages.ts'

const FILTER = z.strictObject({
  countyCode: countyFilter,
  regionCode: z
    .string()
    .regex(/^\d{12}$/)
    .nullish(),
  search: textFilter,
  institutionId: idFilter,
  allianceId: idFilter,
  hostId: idFilter,
  workClasses: codesFilter(CODE_LISTS.workClass),
  professions: codesFilter(CODE_LISTS.profession),
  titleLevels: codesFilter(CODE_LISTS.titleLevel),
  establishmentTypes: codesFilter(CODE_LISTS.establishmentType),
  educations: codesFilter(CODE_LISTS.education),
  sex: z.enum(['MALE', 'FEMALE']).nullish(),
  generalPractitioners: codesFilter(CODE_LISTS.gpKind),
  leaderships: codesFilter(CODE_LISTS.leadership),
  kinds: codesFilter(CODE_LISTS.appointmentKind),
  atWork: z.boolean().nullish(),
  synthetic: z.boolean().nullish(),
})
const ORDERS = ['CODE', 'NAME', 'BIRTH_DATE', 'WORK_STARTED', 'INSTITUTION'] as const

interface Row {
  readonly own: PersonRow
  readonly home: AppointmentRow | undefined
  readonly institution: InstitutionRow | undefined
  readonly licence: LicenceRow | undefined
}

// The columns of the card under its own headers, so that the file can be read in again. Identity and phone numbers leave the system masked or
// not at all: they are not in it.
const COLUMNS = {
  institutionCode: textColumn({ zh: '机构编码', en: 'Institution code' }, 16, ({ institution }) => institution?.code),
  institution: textColumn(CARD.institutionId.label, 28, ({ institution }) => institution?.name),
  name: fileColumn(CARD.name, ({ own }) => own.name),
  birthDate: textColumn(CARD.birthDate.label, 13, ({ own }) => own.birthDate),
  sex: fileColumn(CARD.sex, ({ own }) => own.sex),
  ethnicity: fileColumn(CARD.ethnicity, ({ own }) => own.ethnicity),
  workStartedOn: textColumn(CARD.workStartedOn.label, 13, ({ own }) => own.workStartedOn),
  department: fileColumn(CARD.department, ({ own }) => own.department),
  profession: fileColumn(CARD.profession, ({ own }) => own.profession),
  licenceNumber: textColumn(CARD.licenceNumber.label, 22, ({ licence }) => licence?.number),
  physicianCategory: fileColumn(CARD.physicianCategory, ({ own }) => own.physicianCategory),
  scope: textColumn(CARD.scope.label, 16, ({ licence }) => licence?.scope),
  managementPost: fileColumn(CARD.managementPost, ({ own }) => own.managementPost),
  titleQualified: fileColumn(CARD.titleQualified, ({ own }) => own.titleQualified),
  titleAppointed: fileColumn(CARD.titleAppointed, ({ own }) => own.titleAppointed),
  education: fileColumn(CARD.education, ({ own }) => own.education),
  degree: fileColumn(CARD.degree, ({ own }) => own.degree),
  major: fileColumn(CARD.major, ({ own }) => own.major),
  specialty: fileColumn(CARD.specialty, ({ own }) => own.specialty),
  flowIn: fileColumn(CARD.flowIn, ({ home }) => home?.flowIn ?? null),
  flowOn: textColumn(CARD.flowOn.label, 13, ({ home }) => home?.validFrom),
  establishmentType: fileColumn(CARD.establishmentType, ({ own }) => own.establishmentType),
  generalPractitioner: fileColumn(CARD.generalPractitioner, ({ own }) => own.generalPractitioner),
  code: textColumn({ zh: '人员编码', en: 'Code' }, 16, ({ own }) => own.code),
  retiresOn: textColumn({ zh: '法定退休日期', en: 'Retires on' }, 13, ({ own }) => retirementOf(own)?.on),
  source: textColumn({ zh: '来源', en: 'Source' }, 18, ({ own }) => own.source),
} satisfies Record<string, ExportColumn<Row>>

const HOME = kindsThat('home')

/** The list of people in the columns of the national staff card. */
export const peopleExport: ExportTable<z.infer<typeof FILTER>, (typeof ORDERS)[number], Row> = {
  needs: 'staff.read',
  title: { zh: '人员', en: 'People' },
  filter: FILTER,
  orders: ORDERS,
  columns: COLUMNS,
  onPaper: ['institution', 'name', 'sex', 'birthDate', 'profession', 'titleAppointed', 'education', 'establishmentType'],
  whose: async (_, { filter: { countyCode } }) => (countyCode ? { countyCode } : null),
  async *pages(reader, { filter, orderBy, descending, moment }) {
    for await (const page of allPages((args) => personPage(reader, filter, orderBy ?? 'CODE', descending, args, moment))) {
      const ids = page.map(({ id }) => id)
      const appointments = await appointmentsOfPeople(reader, ids, moment)
      const homes = new Map(ids.map((id) => [id, appointments.get(id)?.find(({ kind }) => HOME.includes(kind))]))
      const institutions = await institutionsByIds(reader, distinct([...homes.values()].map((home) => home?.institutionId)), moment)
      const licences = await licencesOfPeople(reader, ids, moment)
      yield page.map((own) => {
        const home = homes.get(own.id)
        const licence = licences.get(own.id)?.find(({ number }) => number !== null)
        return { own, home, institution: institutions.get(home?.institutionId ?? ''), licence }
      })
    }
  },
}
