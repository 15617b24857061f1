import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { Timeline } from '../dated/Timeline.tsx'
import { ToneLegend } from '../dated/ToneLegend.tsx'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { MISSING } from '../i18n/format.ts'
import { attributeLane } from '../institution/institution-lanes.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { CareerTable } from './CareerTable.tsx'
import { careerLanes } from './career-lanes.ts'
import { useJob } from './parts.tsx'
import type { PersonOnPage } from './person-page.ts'

/** 履历: appointments, postings and licences over the years, and what the person is appointed to on the day. */
export function CareerTab({ person }: { readonly person: PersonOnPage }): ReactNode {
  const { t } = useTranslation('staffing')
  const { today } = useFrame()
  const { asOf } = useMoment()
  const [titles, setTitles] = useState(true)
  const lanes = useLanes(person, titles)
  return (
    <div className={page.tab}>
      <section className={page.panel} aria-label={t('tab.career')}>
        <h2>{t('tab.career')}</h2>
        <Timeline
          label={t('careerOf', { name: person.name })}
          lanes={lanes}
          today={today}
          asOf={asOf}
          labelWidth={150}
          tools={
            <Checkbox checked={titles} onChange={({ target }) => setTitles(target.checked)}>
              {t('withTitles')}
            </Checkbox>
          }
          legend={
            <ToneLegend
              entries={[
                { tone: 'strong', word: t('legend.home') },
                { tone: 'normal', word: t('legend.away') },
                { tone: 'outline', word: t('legend.beside') },
                { tone: 'good', word: t('legend.licence') },
                { tone: 'bad', word: t('legend.late') },
              ]}
            />
          }
        />
      </section>
      <section className={page.panel} aria-label={t('current')}>
        <h2>{t('current')}</h2>
        <CareerTable person={person} rows={person.appointments} empty={t('noAppointments')} />
      </section>
    </div>
  )
}

function useLanes(person: PersonOnPage, titles: boolean) {
  const { t } = useTranslation('staffing')
  const { today } = useFrame()
  const { asOf } = useMoment()
  const label = useCodeLabel()
  const job = useJob()
  const career = person.career.map((row) => {
    const at = row.institution?.name ?? row.elsewhere ?? MISSING
    return { ...row, label: row.leadership || row.title ? `${at} · ${job(row)}` : at }
  })
  const licences = person.licenceTimeline.map((row) => ({
    ...row,
    name: label('licenceKind', row.kind),
    label: [row.number, row.scope].filter(Boolean).join(' · ') || label('licenceKind', row.kind),
  }))
  const lanes = careerLanes(career, licences, asOf ?? today, {
    kind: (kind) => label('appointmentKind', kind),
    overdue: t('overdue'),
    expired: t('expired'),
    planned: (day) => t('until', { day }),
  })
  if (!titles) return lanes
  const attribute = (key: 'title' | 'establishment', of: (row: PersonOnPage['timeline'][number]) => string | null) =>
    attributeLane(key, t(`column.${key}`), person.timeline, (row) => {
      const word = of(row)
      return word === null ? null : { label: word, tone: 'outline' }
    })
  const said = [
    attribute('title', ({ titleAppointed }) => titleAppointed && label('titleLevel', titleAppointed)),
    attribute('establishment', ({ establishmentType }) => establishmentType && label('establishmentType', establishmentType)),
  ]
  return [...lanes, ...said.filter((lane) => lane !== null)]
}
