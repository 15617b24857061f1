import { DEGREES, EDUCATIONS, SEXES } from '@yilian/domain/code-lists/education.ts'
import { ESTABLISHMENT_TYPES } from '@yilian/domain/code-lists/establishment-type.ts'
import { PHYSICIAN_CATEGORIES, PROFESSIONS, WORK_CLASSES } from '@yilian/domain/code-lists/profession.ts'
import { IDENTITY_DOCUMENTS } from '@yilian/domain/code-lists/identity-document.ts'
import { MANAGEMENT_POSTS } from '@yilian/domain/code-lists/staff-flow.ts'
import { TITLE_LEVELS } from '@yilian/domain/code-lists/title-level.ts'
import { PERSON_FIELDS, type PersonField } from '@yilian/domain/staffing/person-field.ts'
import { GP_KINDS } from '@yilian/domain/staffing/terms.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice, Day, TextField } from '../../command/fields.tsx'
import { useChoices } from '../../i18n/useChoices.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import { useTextChoices } from '../../i18n/useTextChoices.ts'
import styles from '../Staffing.module.css'
import { withProfession, YES_NO, type PersonDraft } from './person-form.ts'

interface PersonFieldsProps {
  readonly draft: PersonDraft
  readonly set: (patch: Partial<PersonDraft>) => void
  /** What stands after the name. */
  readonly lead?: ReactNode
  /** Numbers on record stay where nothing is typed. */
  readonly recorded?: boolean
}

type TextKey =
  | 'name'
  | 'ethnicity'
  | 'major'
  | 'department'
  | 'departmentCode'
  | 'officePhone'
  | 'specialty'
  | 'specialty2'
  | 'specialty3'
  | 'secondSite'
  | 'thirdSite'
  | 'residencyCertificate'
  | 'gpCertificate'
type YesNoKey = 'multiSite' | 'residencyCertified' | 'gpRegistered' | 'postedToVillage' | 'statisticsWork'
type DayKey = 'birthDate' | 'workStartedOn' | 'titleQualifiedOn' | 'titleAppointedOn'

/** Everything that is said of a person, in the order of the national card. */
export function PersonFields({ draft, set, lead, recorded = false }: PersonFieldsProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const locale = useLocale()
  const choices = useChoices()
  const texts = useTextChoices()
  const named = (key: PersonField) => ({ name: `person.${key}`, label: PERSON_FIELDS[key].label[locale] })
  const line = (key: TextKey, required = false) => (
    <TextField {...named(key)} required={required} value={draft[key]} onChange={(value) => set({ [key]: value })} />
  )
  const day = (key: DayKey) => <Day {...named(key)} value={draft[key]} onChange={(value) => set({ [key]: value })} />
  const yesNo = (key: YesNoKey) => (
    <Choice
      {...named(key)}
      value={draft[key] === null ? null : draft[key] ? 'YES' : 'NO'}
      choices={texts(YES_NO)}
      onChange={(answer) => set({ [key]: answer === null ? null : answer === 'YES' })}
    />
  )
  return (
    <div className={styles.fields}>
      {line('name', true)}
      {lead}
      <Choice
        {...named('identityDocument')}
        value={draft.identityDocument}
        choices={choices(IDENTITY_DOCUMENTS)}
        onChange={(identityDocument) => set({ identityDocument })}
      />
      <TextField
        name="identityNumber"
        label={t('identityNumber')}
        help={t(recorded ? 'numberStays' : 'identityHelp')}
        value={draft.identityNumber}
        onChange={(identityNumber) => set({ identityNumber })}
      />
      <Choice {...named('sex')} value={draft.sex} choices={choices(SEXES)} onChange={(sex) => set({ sex })} />
      {day('birthDate')}
      <TextField
        name="phone"
        label={t('phone')}
        help={recorded ? t('numberStays') : undefined}
        value={draft.phone}
        onChange={(phone) => set({ phone })}
      />
      {line('officePhone')}
      {line('ethnicity')}
      <Choice
        {...named('profession')}
        value={draft.profession}
        choices={choices(PROFESSIONS)}
        onChange={(profession) => set(withProfession(profession))}
      />
      <Choice
        {...named('workClass')}
        value={draft.workClass}
        choices={choices(WORK_CLASSES)}
        onChange={(workClass) => set({ workClass })}
      />
      <Choice
        {...named('physicianCategory')}
        value={draft.physicianCategory}
        choices={choices(PHYSICIAN_CATEGORIES)}
        onChange={(physicianCategory) => set({ physicianCategory })}
      />
      <Choice
        {...named('generalPractitioner')}
        value={draft.generalPractitioner}
        choices={texts(GP_KINDS)}
        onChange={(generalPractitioner) => set({ generalPractitioner })}
      />
      {yesNo('gpRegistered')}
      {line('gpCertificate')}
      {yesNo('residencyCertified')}
      {line('residencyCertificate')}
      {yesNo('multiSite')}
      {line('secondSite')}
      {line('thirdSite')}
      <Choice
        {...named('establishmentType')}
        value={draft.establishmentType}
        choices={choices(ESTABLISHMENT_TYPES)}
        onChange={(establishmentType) => set({ establishmentType })}
      />
      <Choice
        {...named('managementPost')}
        value={draft.managementPost}
        choices={choices(MANAGEMENT_POSTS)}
        onChange={(managementPost) => set({ managementPost })}
      />
      <Choice
        {...named('titleQualified')}
        value={draft.titleQualified}
        choices={choices(TITLE_LEVELS)}
        onChange={(titleQualified) => set({ titleQualified })}
      />
      {day('titleQualifiedOn')}
      <Choice
        {...named('titleAppointed')}
        value={draft.titleAppointed}
        choices={choices(TITLE_LEVELS)}
        onChange={(titleAppointed) => set({ titleAppointed })}
      />
      {day('titleAppointedOn')}
      <Choice {...named('education')} value={draft.education} choices={choices(EDUCATIONS)} onChange={(education) => set({ education })} />
      <Choice {...named('degree')} value={draft.degree} choices={choices(DEGREES)} onChange={(degree) => set({ degree })} />
      {line('major')}
      {line('specialty')}
      {line('specialty2')}
      {line('specialty3')}
      {line('department')}
      {line('departmentCode')}
      {yesNo('postedToVillage')}
      {yesNo('statisticsWork')}
      {day('workStartedOn')}
    </div>
  )
}
