import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import { codeLabel } from '@yilian/domain/code-list.ts'
import { PERSON_FIELDS, type PersonField, type PersonFieldInfo } from '@yilian/domain/staffing/person-field.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { usePeriodText } from '../dated/usePeriodText.ts'
import { MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { FactCard, FactRow } from '../shell/FactCard.tsx'
import type { PersonOnPage, PersonStretch } from './person-page.ts'
import { YES_NO } from './dialogs/person-form.ts'
import styles from './Staffing.module.css'

const PERSONAL = [
  'sex',
  'birthDate',
  'ethnicity',
  'identityDocument',
  'officePhone',
  'workStartedOn',
  'departmentCode',
  'department',
  'managementPost',
] as const satisfies readonly PersonField[]
const PROFESSIONAL = [
  'workClass',
  'profession',
  'physicianCategory',
  'multiSite',
  'secondSite',
  'thirdSite',
  'residencyCertified',
  'residencyCertificate',
  'generalPractitioner',
  'gpRegistered',
  'gpCertificate',
  'postedToVillage',
  'statisticsWork',
  'titleQualified',
  'titleQualifiedOn',
  'titleAppointed',
  'titleAppointedOn',
  'specialty',
  'specialty2',
  'specialty3',
] as const satisfies readonly PersonField[]
const STUDIES = ['education', 'degree', 'major', 'establishmentType'] as const satisfies readonly PersonField[]

/** 职称与学历: what is said of the person on the day, and how titles and the rest changed. */
export function RecordTab({ person }: { readonly person: PersonOnPage }): ReactNode {
  const { t } = useTranslation('staffing')
  const locale = useLocale()
  const label = useCodeLabel()
  const period = usePeriodText()
  const row = (key: (typeof PERSONAL | typeof PROFESSIONAL | typeof STUDIES)[number]) => {
    const { list, label: text }: PersonFieldInfo = PERSON_FIELDS[key]
    const value = person[key]
    if (typeof value === 'boolean') return <FactRow key={key} label={text[locale]} value={YES_NO[value ? 'YES' : 'NO'][locale]} />
    return <FactRow key={key} label={text[locale]} value={value === null ? MISSING : list ? codeLabel(list, value, locale) : value} />
  }
  const level = (value: PersonStretch['titleQualified'], since: string | null) =>
    value === null ? MISSING : since === null ? label('titleLevel', value) : t('sinceDay', { what: label('titleLevel', value), day: since })
  return (
    <div className={page.tab}>
      <div className={styles.grid}>
        <FactCard title={t('record.professional')}>{PROFESSIONAL.map(row)}</FactCard>
        <div style={{ display: 'grid', gap: 12 }}>
          <FactCard title={t('record.personal')}>
            {PERSONAL.map(row)}
            <FactRow label={t('column.code')} value={person.code} />
            {person.source && <FactRow label={t('record.source')} value={person.source} />}
            {person.sourceNote && <FactRow label={t('record.sourceNote')} value={person.sourceNote} />}
          </FactCard>
          <FactCard title={t('record.studies')}>
            {STUDIES.map(row)}
            {person.retirement && (
              <>
                <FactRow label={t('column.retirement')} value={person.retirement.on} />
                <FactRow label={t('record.retirementRule')} value={person.retirement.label} />
                <FactRow label={t('record.retirementSource')} value={person.retirement.source} />
              </>
            )}
          </FactCard>
        </div>
      </div>
      <section className={page.panel} aria-label={t('record.history')}>
        <h2>
          {t('record.history')}
          <span className={styles.end}>
            <Link to="/people/$id" params={{ id: person.id }} search={(before) => ({ ...before, tab: 'changes' as const })}>
              {t('tab.changes')}
            </Link>
          </span>
        </h2>
        <Table<PersonStretch>
          size="small"
          rowKey="rowId"
          dataSource={person.timeline.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))}
          pagination={false}
          scroll={{ x: 1000 }}
          columns={[
            { key: 'period', title: t('column.period'), width: 210, rowScope: 'row', render: (_, one) => period(one) },
            { key: 'profession', title: t('column.profession'), render: (_, one) => label('profession', one.profession) },
            {
              key: 'qualified',
              title: PERSON_FIELDS.titleQualified.label[locale],
              render: (_, one) => level(one.titleQualified, one.titleQualifiedOn),
            },
            {
              key: 'appointed',
              title: PERSON_FIELDS.titleAppointed.label[locale],
              render: (_, one) => level(one.titleAppointed, one.titleAppointedOn),
            },
            {
              key: 'establishment',
              title: t('column.establishment'),
              render: (_, one) => label('establishmentType', one.establishmentType),
            },
            { key: 'education', title: t('column.education'), render: (_, one) => label('education', one.education) },
            { key: 'department', title: t('column.department'), render: (_, one) => one.department ?? MISSING },
          ]}
        />
      </section>
    </div>
  )
}
