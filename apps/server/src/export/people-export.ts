import { z } from 'zod'

import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'
import { kindsThat } from '@yilian/domain/staffing/appointment-kind.ts'
import type { PersonalField } from '@yilian/domain/personal-data.ts'
import { licenceKindOf } from '@yilian/domain/staffing/licence.ts'
import { retirementOf } from '@yilian/domain/staffing/retirement.ts'
import { STAFF_CARD_COLUMNS as CARD } from '@yilian/domain/staffing/staff-card-columns.ts'

import { appointmentsOfPeople, type AppointmentRow } from '../appointment/appointment.queries.ts'
import { institutionsByIds, type InstitutionRow } from '../institution/institution.queries.ts'
import { licencesOfPeople, type LicenceRow } from '../licence/licence.queries.ts'
import { personPage, personalOfPeople, type PersonalRow, type PersonRow } from '../person/person.queries.ts'
import { unseal, unsealMasked } from '../personal-data/seal.ts'
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
  /** Masked, unless they are revealed. */
  readonly numbers: { readonly identityNumber: string | null; readonly phone: string | null }
}

// The columns of the card under its own headers and in its order, so that the file can be read in again: numbers are masked unless
// they are revealed for a reason, and a masked number says nothing to an import.
const COLUMNS = {
  institutionCode: textColumn({ zh: '机构编码', en: 'Institution code' }, 16, ({ institution }) => institution?.code),
  institution: textColumn(CARD.institutionId.label, 28, ({ institution }) => institution?.name),
  name: fileColumn(CARD.name, ({ own }) => own.name),
  identityDocument: fileColumn(CARD.identityDocument, ({ own }) => own.identityDocument),
  identityNumber: textColumn(CARD.identityNumber.label, 22, ({ numbers }) => numbers.identityNumber),
  birthDate: textColumn(CARD.birthDate.label, 13, ({ own }) => own.birthDate),
  sex: fileColumn(CARD.sex, ({ own }) => own.sex),
  ethnicity: fileColumn(CARD.ethnicity, ({ own }) => own.ethnicity),
  workStartedOn: textColumn(CARD.workStartedOn.label, 13, ({ own }) => own.workStartedOn),
  officePhone: fileColumn(CARD.officePhone, ({ own }) => own.officePhone),
  phone: textColumn(CARD.phone.label, 16, ({ numbers }) => numbers.phone),
  departmentCode: fileColumn(CARD.departmentCode, ({ own }) => own.departmentCode),
  department: fileColumn(CARD.department, ({ own }) => own.department),
  profession: fileColumn(CARD.profession, ({ own }) => own.profession),
  licenceNumber: textColumn(CARD.licenceNumber.label, 22, ({ licence }) => licence?.number),
  physicianCategory: fileColumn(CARD.physicianCategory, ({ own }) => own.physicianCategory),
  scope: textColumn(CARD.scope.label, 16, ({ licence }) => licence?.scope),
  multiSite: fileColumn(CARD.multiSite, ({ own }) => own.multiSite),
  secondSite: fileColumn(CARD.secondSite, ({ own }) => own.secondSite),
  thirdSite: fileColumn(CARD.thirdSite, ({ own }) => own.thirdSite),
  residencyCertified: fileColumn(CARD.residencyCertified, ({ own }) => own.residencyCertified),
  residencyCertificate: fileColumn(CARD.residencyCertificate, ({ own }) => own.residencyCertificate),
  managementPost: fileColumn(CARD.managementPost, ({ own }) => own.managementPost),
  titleQualified: fileColumn(CARD.titleQualified, ({ own }) => own.titleQualified),
  titleAppointed: fileColumn(CARD.titleAppointed, ({ own }) => own.titleAppointed),
  education: fileColumn(CARD.education, ({ own }) => own.education),
  degree: fileColumn(CARD.degree, ({ own }) => own.degree),
  major: fileColumn(CARD.major, ({ own }) => own.major),
  specialty: fileColumn(CARD.specialty, ({ own }) => own.specialty),
  specialty2: fileColumn(CARD.specialty2, ({ own }) => own.specialty2),
  specialty3: fileColumn(CARD.specialty3, ({ own }) => own.specialty3),
  flowIn: fileColumn(CARD.flowIn, ({ home }) => home?.flowIn ?? null),
  flowOn: textColumn(CARD.flowOn.label, 13, ({ home }) => home?.validFrom),
  establishmentType: fileColumn(CARD.establishmentType, ({ own }) => own.establishmentType),
  gpRegistered: fileColumn(CARD.gpRegistered, ({ own }) => own.gpRegistered),
  gpCertificate: fileColumn(CARD.gpCertificate, ({ own }) => own.gpCertificate),
  postedToVillage: fileColumn(CARD.postedToVillage, ({ own }) => own.postedToVillage),
  statisticsWork: fileColumn(CARD.statisticsWork, ({ own }) => own.statisticsWork),
  generalPractitioner: fileColumn(CARD.generalPractitioner, ({ own }) => own.generalPractitioner),
  code: textColumn(CARD.code.label, 16, ({ own }) => own.code),
  retiresOn: textColumn({ zh: '法定退休日期', en: 'Retires on' }, 13, ({ own }) => retirementOf(own)?.on),
  source: textColumn({ zh: '来源', en: 'Source' }, 18, ({ own }) => own.source),
} satisfies Record<string, ExportColumn<Row>>

const HOME = kindsThat('home')
const NUMBERS = { identityNumber: 'IDENTITY_NUMBER', phone: 'PHONE' } as const satisfies Record<string, PersonalField>

/** The list of people in the columns of the national staff card. */
export const peopleExport: ExportTable<z.infer<typeof FILTER>, (typeof ORDERS)[number], Row> = {
  needs: 'staff.read',
  personal: true,
  title: { zh: '人员', en: 'People' },
  filter: FILTER,
  orders: ORDERS,
  columns: COLUMNS,
  onPaper: ['institution', 'name', 'sex', 'birthDate', 'profession', 'titleAppointed', 'education', 'establishmentType'],
  whose: async (_, { filter: { countyCode } }) => (countyCode ? { countyCode } : null),
  async *pages(reader, { filter, orderBy, descending, moment, columns }) {
    const fields = Object.entries(NUMBERS).flatMap(([column, field]) => (columns.includes(column) ? [field] : []))
    for await (const page of allPages((args) => personPage(reader, filter, orderBy ?? 'CODE', descending, args, moment))) {
      const ids = page.map(({ id }) => id)
      const appointments = await appointmentsOfPeople(reader, ids, moment)
      const homes = new Map(ids.map((id) => [id, appointments.get(id)?.find(({ kind }) => HOME.includes(kind))]))
      const institutions = await institutionsByIds(reader, distinct([...homes.values()].map((home) => home?.institutionId)), moment)
      const licences = await licencesOfPeople(reader, ids, moment)
      const sealed = fields.length > 0 ? await personalOfPeople(reader.db, ids) : new Map<string, PersonalRow>()
      const clear = await reader.revealed(ids, fields)
      const shown = (ownerId: string, field: PersonalField, text: string | null | undefined) =>
        text != null && clear.has(ownerId)
          ? unseal(reader.keys, { field, ownerId }, text)
          : unsealMasked(reader.keys, { field, ownerId }, text ?? null)
      yield page.map((own) => {
        const home = homes.get(own.id)
        const kind = licenceKindOf(own.profession)
        const licence = licences.get(own.id)?.find((one) => one.kind === kind && one.number !== null)
        const kept = sealed.get(own.id)
        const numbers = {
          identityNumber: shown(own.id, 'IDENTITY_NUMBER', kept?.identityNumberEncrypted),
          phone: shown(own.id, 'PHONE', kept?.phoneEncrypted),
        }
        return { own, home, institution: institutions.get(home?.institutionId ?? ''), licence, numbers }
      })
    }
  },
}
