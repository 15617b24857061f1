import { Alert, App, Button, Empty, Segmented } from 'antd'
import { DownloadOutlined } from '@ant-design/icons'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { graphql } from '../graphql/gql.ts'
import { instantText } from '../i18n/format.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment, useSetRootSearch } from '../shell/moment.ts'
import type { AllianceOnPage } from './alliance-page.ts'
import { DayStepper } from './DayStepper.tsx'
import { csvOf, download } from './download.ts'
import { layoutStructure, type Clinic } from './structure-layout.ts'
import { structurePng } from './structure-png.ts'
import { structureDays, structureOn } from './structure.ts'
import { StructurePicture, usePictureWords } from './StructurePicture.tsx'
import { StructureTable, useStructureRows } from './StructureTable.tsx'
import styles from './AlliancePage.module.css'
import { useStructureHistory } from './useStructureHistory.ts'

const ClinicsDocument = graphql(`
  query ClinicsOf($id: ID!, $asOf: Date, $asKnownAt: Instant) {
    institution(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {
      id
      units {
        id
        name
        category
        unitCount
      }
    }
  }
`)

/** 结构: the picture on the day shown, walked along the days on which it changed; the same as a table; as a file. */
export function StructureTab({ alliance }: { readonly alliance: AllianceOnPage }): ReactNode {
  const { t } = useTranslation('alliance')
  const { message } = App.useApp()
  const client = useClient()
  const { today } = useFrame()
  const moment = useMoment()
  const setRoot = useSetRootSearch()
  const words = usePictureWords()
  const [view, setView] = useState<'picture' | 'table'>('picture')
  const [clinics, setClinics] = useState<ReadonlyMap<string, readonly Clinic[]>>(new Map())
  const asOf = moment.asOf ?? today
  const history = useStructureHistory(alliance, moment.asKnownAt)
  const structure = useMemo(() => structureOn(history, asOf), [history, asOf])
  const days = useMemo(() => structureDays(history), [history])
  const rows = useStructureRows(history, asOf)
  const printed =
    t('structure.printedOn', { day: asOf }) +
    (moment.asKnownAt ? t('structure.printedKnown', { instant: instantText(moment.asKnownAt) }) : '')
  const fileName = `${alliance.name}_${t('tab.structure')}_${asOf}`

  const unfold = async (id: string) => {
    if (clinics.has(id)) {
      setClinics(new Map([...clinics].filter(([key]) => key !== id)))
      return
    }
    const result = await client.query(ClinicsDocument, { id, asOf: moment.asOf, asKnownAt: moment.asKnownAt }).toPromise()
    const units = result.data?.institution?.units
    if (!units) void message.error(t('structure.clinicsFailed'))
    else
      setClinics(
        (before) =>
          new Map([
            ...before,
            [
              id,
              units
                .filter(({ category }) => category === 'D600')
                .map((one) => ({ id: one.id, name: one.unitCount > 1 ? `${one.name} (${one.unitCount})` : one.name })),
            ],
          ]),
      )
  }
  const exportPicture = async () => {
    const layout = layoutStructure(structure, { width: 1000, clinics, ...words })
    const blob = await structurePng(layout, {
      planned: alliance.stage === 'PLANNED',
      title: alliance.name,
      subtitle: printed,
      column: (kind, count) => `${t(`structure.columns.${kind}`)}${kind === 'lead' || kind === 'hub' || count === 0 ? '' : ` ${count}`}`,
      detail: ({ kind, detail }) => (kind === 'chosen' ? t('structure.chosen') : kind === 'mandated' ? t('structure.mandated') : detail),
    })
    download(blob, `${fileName}.png`)
  }
  const exportTable = () => {
    const head = [
      t('structure.role'),
      t('structure.institution'),
      t('structure.category'),
      t('structure.clinicsHead'),
      t('structure.since'),
    ]
    download(
      new Blob(
        [
          csvOf([
            [alliance.name, printed],
            head,
            ...rows.map((row) => [
              row.roleText,
              row.institution.name,
              row.institution.kind,
              row.institution.villageClinicCount,
              row.validFrom,
            ]),
          ]),
        ],
        { type: 'text/csv' },
      ),
      `${fileName}.csv`,
    )
  }

  return (
    <div className={styles.tab}>
      <div className={styles.tools}>
        <div className={styles.grow}>
          <DayStepper days={days} asOf={asOf} today={today} onChange={(day) => setRoot({ asOf: day === today ? undefined : day })} />
        </div>
        <Segmented
          aria-label={t('structure.view')}
          value={view}
          onChange={setView}
          options={[
            { value: 'picture', label: t('structure.asPicture') },
            { value: 'table', label: t('structure.asTable') },
          ]}
        />
        <Button icon={<DownloadOutlined />} onClick={() => (view === 'picture' ? void exportPicture() : exportTable())}>
          {t(view === 'picture' ? 'structure.png' : 'structure.csv')}
        </Button>
      </div>
      {structure.dispute && (
        <Alert
          type="error"
          showIcon
          title={t('structure.dispute', { authority: structure.dispute.authority, since: structure.dispute.validFrom })}
        />
      )}
      {structure.vacancy && !structure.lead && !structure.dispute && (
        <Alert
          type="warning"
          showIcon
          title={t('structure.vacant', { reason: structure.vacancy.reason, since: structure.vacancy.validFrom })}
        />
      )}
      {alliance.stage === 'PLANNED' && structure.exists && <Alert type="info" showIcon title={t('structure.planned')} />}
      <div className={styles.canvas}>
        {!structure.exists ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('structure.notExists', { day: asOf })} />
        ) : view === 'picture' ? (
          <StructurePicture
            structure={structure}
            label={t('structure.label', { name: alliance.name, day: asOf })}
            clinics={clinics}
            unfolded={new Set(clinics.keys())}
            onUnfold={(id) => void unfold(id)}
            planned={alliance.stage === 'PLANNED'}
          />
        ) : (
          <StructureTable rows={rows} label={t('structure.label', { name: alliance.name, day: asOf })} />
        )}
      </div>
    </div>
  )
}
