import { Link } from '@tanstack/react-router'
import { Typography } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { codeProvenance, PROVENANCES } from '@yilian/domain/code-list.ts'
import { CODE_LISTS, type CodeListName } from '@yilian/domain/code-lists/code-lists.ts'
import { HOSPITAL_LEVELS, levelGradeLabel } from '@yilian/domain/code-lists/hospital-level.ts'
import type { InstitutionField } from '@yilian/domain/institution-field.ts'
import { usePeriodText } from '../dated/usePeriodText.ts'
import { countText, dayText, decimalText, instantText, MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { FactCard, FactRow } from '../shell/FactCard.tsx'
import styles from '../shell/FactCard.module.css'
import { AggregateTag } from './AggregateTag.tsx'
import { fieldLabelText } from './field-label.ts'
import type { InstitutionProfile } from './profile.ts'
import { StatusTag } from './StatusTag.tsx'

/** 概况: every field as of the day shown, with where it comes from. What is not reported is "—". */
export function InstitutionOverviewTab({ institution: one }: { readonly institution: InstitutionProfile }): ReactNode {
  const { t } = useTranslation('institution')
  const { t: shell } = useTranslation('shell')
  const locale = useLocale()
  const periodText = usePeriodText()
  const row = (field: InstitutionField, value: ReactNode) => <FactRow label={fieldLabelText(field, locale)} value={value} />
  const target =
    one.targetLevel === null
      ? MISSING
      : one.targetGrade === null
        ? HOSPITAL_LEVELS.items[one.targetLevel].label[locale]
        : levelGradeLabel(one.targetLevel, one.targetGrade, locale)
  const place = [one.region.parent?.parent?.name, one.region.parent?.name, one.region.name].filter(Boolean).join(' ')
  return (
    <div className={styles.cards}>
      <div className={styles.stack}>
        <FactCard title={t('sections.basic')}>
          {row('name', one.name)}
          {row('aliases', one.aliases.length === 0 ? MISSING : one.aliases.join(shell('list')))}
          {row('code', <Typography.Text copyable={{ tooltips: [t('copyCode'), t('copyCode')] }}>{one.code}</Typography.Text>)}
          {row('category', <Code list="institutionCategory" code={one.category} />)}
          <FactRow label={t('facts.level')} value={levelGradeLabel(one.level, one.grade, locale)} />
          <FactRow label={t('target')} value={target} />
          {row('status', <StatusTag status={one.status} />)}
          {row('creditCode', one.creditCode ?? MISSING)}
        </FactCard>
        <FactCard title={t('sections.organisation')}>
          {row('ownership', <Code list="ownership" code={one.ownership} />)}
          {row('affiliation', <Code list="affiliation" code={one.affiliation} />)}
          {row('economicType', <Code list="economicType" code={one.economicType} />)}
          {row('managementClass', <Code list="managementClass" code={one.managementClass} />)}
          {row(
            'parentId',
            one.parent ? (
              <Link to="/institutions/$id" params={{ id: one.parent.id }}>
                {one.parent.name}
              </Link>
            ) : (
              MISSING
            ),
          )}
          {row('regionCode', place)}
          {row('address', one.address ?? MISSING)}
        </FactCard>
      </div>
      <div className={styles.stack}>
        <FactCard title={t('sections.scale')}>
          {row('unitCount', countText(one.unitCount))}
          {row('beds', countText(one.beds))}
          {row('servedPopulation', countText(one.servedPopulation))}
          {row('siteArea', decimalText(one.siteArea))}
          {row('buildingArea', decimalText(one.buildingArea))}
          {row(
            'equipment',
            one.equipment.length === 0
              ? MISSING
              : one.equipment.map(({ name, count }) => (
                  <div key={name}>
                    {name} × {countText(count)}
                  </div>
                )),
          )}
          <FactRow label={t('clinics')} value={t('clinicsIncluded', { count: one.villageClinicCount })} />
        </FactCard>
        <FactCard title={t('sections.record')}>
          <FactRow label={t('openedOn')} value={dayText(one.openedOn, shell)} />
          <FactRow label={t('period')} value={periodText(one)} />
          <FactRow
            label={t('recorded')}
            value={t('recordedBy', { at: instantText(one.recordedFrom), actor: one.change.actor.name, number: one.change.number })}
          />
          {one.change.note && <FactRow label={t('note')} value={one.change.note} />}
          {row('documentId', one.document ? [one.document.title, one.document.number].filter(Boolean).join(' ') : MISSING)}
          {row('source', one.source ?? MISSING)}
          {row('sourceNote', one.sourceNote ?? MISSING)}
        </FactCard>
      </div>
      <FactCard title={`${t('sections.units')} ${one.units.length === 0 ? '' : one.units.length}`} wide>
        <Units institution={one} />
      </FactCard>
    </div>
  )
}

function Units({ institution: { units } }: { readonly institution: InstitutionProfile }): ReactNode {
  const { t } = useTranslation('institution')
  const label = useCodeLabel()
  if (units.length === 0) return <p className={styles.none}>{t('noUnits')}</p>
  return (
    <ul className={styles.units}>
      {units.map(({ id, name, category, status, unitCount }) => (
        <li key={id}>
          <Link to="/institutions/$id" params={{ id }}>
            {name}
          </Link>{' '}
          <span className={styles.quiet}>{label('institutionCategory', category)}</span> <AggregateTag count={unitCount} />
          {status !== 'OPERATING' && <StatusTag status={status} />}
        </li>
      ))}
    </ul>
  )
}

/** A code's label; where the list was not checked against a source, that is said beside it. */
function Code({ list, code }: { readonly list: CodeListName; readonly code: string | null }): ReactNode {
  const { t: shell } = useTranslation('shell')
  const label = useCodeLabel()
  const locale = useLocale()
  if (code === null) return MISSING
  const provenance = codeProvenance(CODE_LISTS[list], code)
  return (
    <>
      {label(list, code)}
      {provenance !== 'VERIFIED' && provenance !== 'PRODUCT' && (
        <span className={styles.quiet}>{shell('bracket', { text: PROVENANCES[provenance][locale] })}</span>
      )}
    </>
  )
}
