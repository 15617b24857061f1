import { FileImageOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Segmented, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { download } from '../alliance/download.ts'
import { QueryView } from '../client/QueryView.tsx'
import { useWidth } from '../dated/useWidth.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { COLORS } from '../theme/theme.ts'
import { relationPng } from './relation-png.ts'
import { RelationPicture } from './RelationPicture.tsx'
import {
  InstitutionRelationsDocument,
  placed,
  relationMap,
  type InstitutionRelations,
  type MapNode,
  type MapWords,
  type RelationMap,
} from './relations.ts'

/** Below this width the picture scrolls sideways rather than crowd. */
const LEAST_WIDTH = 640

/** 关系图: parent, units, alliances, shared services and lineage of one institution, as a picture and as a table. */
export function RelationsTab({ id }: { readonly id: string }): ReactNode {
  const { asOf, asKnownAt } = useMoment()
  const query = useQuery({ query: InstitutionRelationsDocument, variables: { id, asOf, asKnownAt } })
  return <QueryView query={query}>{({ institution }) => institution && <Relations institution={institution} />}</QueryView>
}

function Relations({ institution }: { readonly institution: InstitutionRelations }): ReactNode {
  const { t } = useTranslation('institution')
  const { t: chart } = useTranslation('chart')
  const { asOf } = useMoment()
  const { today } = useFrame()
  const navigate = useNavigate()
  const { ref: frame, width } = useWidth<HTMLDivElement>(1000)
  const [view, setView] = useState<'picture' | 'table'>('picture')
  const map = relationMap(institution, useMapWords())
  const drawn = placed(map, Math.max(width, LEAST_WIDTH))
  const title = t('map.title', { name: institution.name, day: asOf ?? today })
  const open = ({ id, opens }: MapNode) => {
    if (opens === 'institution') void navigate({ to: '/institutions/$id', params: { id }, search: { tab: 'map' } })
    else if (opens === 'alliance') void navigate({ to: '/alliances/$id', params: { id } })
    else if (opens === 'units') void navigate({ to: '/institutions', search: { parent: institution.id } })
  }
  return (
    <div style={{ padding: 16, background: '#fff', flex: 1 }}>
      <div style={{ display: 'flex', alignItems: 'center', gap: 8, marginBottom: 8 }} data-print="no">
        <span style={{ flex: 1, color: COLORS.secondary }}>{map.links.length === 0 ? t('map.none') : t('map.hint')}</span>
        <Button
          type="text"
          icon={<FileImageOutlined />}
          onClick={() => void relationPng(drawn, title).then((png) => download(png, `${title}.png`))}
        >
          {chart('png')}
        </Button>
        <Segmented
          aria-label={chart('view')}
          value={view}
          onChange={setView}
          options={[
            { value: 'picture', label: chart('picture') },
            { value: 'table', label: chart('table') },
          ]}
        />
      </div>
      <div ref={frame} style={{ overflowX: 'auto' }}>
        {view === 'table' ? (
          <RelationsTable map={map} />
        ) : (
          <RelationPicture map={drawn} label={[title, ...map.links.map((link) => sentence(map, link))].join('; ')} onOpen={open} />
        )}
      </div>
    </div>
  )
}

function RelationsTable({ map }: { readonly map: RelationMap }): ReactNode {
  const { t } = useTranslation('institution')
  return (
    <Table
      size="middle"
      pagination={false}
      rowKey={({ from, to, label }) => `${from} ${to} ${label}`}
      dataSource={[...map.links]}
      locale={{ emptyText: t('map.none') }}
      columns={[
        { key: 'from', title: t('map.from'), render: (_, { from }) => nameIn(map, from) },
        { key: 'label', title: t('map.relation'), dataIndex: 'label' },
        { key: 'to', title: t('map.to'), render: (_, { to }) => nameIn(map, to) },
      ]}
    />
  )
}

function useMapWords(): MapWords {
  const { t } = useTranslation('institution')
  const label = useCodeLabel()
  return {
    parent: t('map.parent'),
    unit: t('map.unit'),
    runs: t('map.runs'),
    receives: t('map.receives'),
    mergedInto: (day) => t('map.mergedInto', { day }),
    splitFrom: (day) => t('map.splitFrom', { day }),
    role: (role) => label('membershipRole', role),
    units: (category, count) => t('map.units', { category: label('institutionCategory', category), count }),
  }
}

function nameIn(map: RelationMap, id: string): string {
  const node = map.nodes.find((one) => one.id === id)
  return [node?.name ?? id, node?.detail].filter(Boolean).join(' · ')
}

function sentence(map: RelationMap, { from, to, label }: RelationMap['links'][number]): string {
  return `${nameIn(map, from)} → ${label} → ${nameIn(map, to)}`
}
