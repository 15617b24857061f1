import { useNavigate } from '@tanstack/react-router'
import { Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Chart } from '../chart/Chart.tsx'
import type { ChartOption } from '../chart/echarts.ts'
import { QueryView } from '../client/QueryView.tsx'
import { useWidth } from '../dated/useWidth.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { COLORS } from '../theme/theme.ts'
import {
  InstitutionRelationsDocument,
  placed,
  relationMap,
  type InstitutionRelations,
  type MapNode,
  type MapWords,
  type PlacedMap,
  type RelationMap,
} from './relations.ts'

/** 关系图: parent, units, alliances, shared services and lineage of one institution, as a picture and as a table. */
export function RelationsTab({ id }: { readonly id: string }): ReactNode {
  const { asOf, asKnownAt } = useMoment()
  const query = useQuery({ query: InstitutionRelationsDocument, variables: { id, asOf, asKnownAt } })
  return <QueryView query={query}>{({ institution }) => institution && <Relations institution={institution} />}</QueryView>
}

function Relations({ institution }: { readonly institution: InstitutionRelations }): ReactNode {
  const { t } = useTranslation('institution')
  const { asOf } = useMoment()
  const { today } = useFrame()
  const navigate = useNavigate()
  const { ref: frame, width } = useWidth<HTMLDivElement>(1000)
  const words = useMapWords()
  const map = relationMap(institution, words)
  const room = Math.max(width, 560)
  const drawn = placed(map, room)
  const title = t('map.title', { name: institution.name, day: asOf ?? today })
  const open = (nodeId: string) => {
    const node = map.nodes.find((one) => one.id === nodeId)
    if (node?.opens === 'institution')
      void navigate({ to: '/institutions/$id', params: { id: nodeId }, search: (before) => ({ ...before, tab: 'map' }) })
    else if (node?.opens === 'alliance') void navigate({ to: '/alliances/$id', params: { id: nodeId } })
  }
  return (
    <div ref={frame} style={{ padding: 16, background: '#fff' }}>
      <Chart
        label={`${title} ${map.links.map((link) => sentence(map, link)).join('; ')}`}
        fileName={title}
        option={optionOf(map, drawn, title, room)}
        height={drawn.height}
        legend={
          map.links.length === 0 ? (
            <span style={{ color: COLORS.secondary }}>{t('map.none')}</span>
          ) : (
            <span style={{ color: COLORS.secondary }}>{t('map.hint')}</span>
          )
        }
        table={<RelationsTable map={map} />}
        onOpen={open}
      />
    </div>
  )
}

function RelationsTable({ map }: { readonly map: RelationMap }): ReactNode {
  const { t } = useTranslation('institution')
  const name = (id: string) => map.nodes.find((node) => node.id === id)?.name ?? id
  return (
    <Table
      size="small"
      pagination={false}
      rowKey={({ from, to, label }) => `${from} ${to} ${label}`}
      dataSource={[...map.links]}
      columns={[
        { key: 'from', title: t('map.from'), render: (_, { from }) => name(from) },
        { key: 'label', title: t('map.relation'), dataIndex: 'label' },
        { key: 'to', title: t('map.to'), render: (_, { to }) => name(to) },
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
    receives: (provider) => (provider === null ? t('map.receives') : t('map.receivesFrom', { provider })),
    mergedInto: (day) => t('map.mergedInto', { day }),
    splitFrom: (day) => t('map.splitFrom', { day }),
    role: (role) => label('membershipRole', role),
    units: (category, count) => t('map.units', { category: label('institutionCategory', category), count }),
  }
}

function sentence(map: RelationMap, { from, to, label }: RelationMap['links'][number]): string {
  const name = (id: string) => map.nodes.find((node) => node.id === id)?.name ?? id
  return `${name(from)} → ${label} → ${name(to)}`
}

const LOOKS: Readonly<Record<MapNode['place'], { fill: string; edge: string; text: string }>> = {
  centre: { fill: COLORS.blue, edge: COLORS.blue, text: '#ffffff' },
  above: { fill: '#ffffff', edge: '#8b98a5', text: COLORS.text },
  alliances: { fill: COLORS.blueTint, edge: '#7fa9d3', text: COLORS.text },
  services: { fill: '#e5f3f1', edge: '#6fb0a6', text: COLORS.text },
  below: { fill: '#ffffff', edge: '#8b98a5', text: COLORS.text },
  before: { fill: COLORS.greyTint, edge: '#b4bdc7', text: COLORS.text },
  after: { fill: COLORS.greyTint, edge: '#b4bdc7', text: COLORS.text },
}

function optionOf(map: RelationMap, { nodes, height }: PlacedMap, title: string, width: number): ChartOption {
  return {
    animation: false,
    title: { text: title, left: 0, top: 0, textStyle: { fontSize: 12, fontWeight: 400, color: COLORS.secondary } },
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { type: 'value', min: 0, max: width, show: false },
    yAxis: { type: 'value', min: 0, max: height, inverse: true, show: false },
    series: [
      {
        type: 'graph',
        coordinateSystem: 'cartesian2d',
        symbol: 'roundRect',
        edgeSymbol: ['none', 'arrow'],
        edgeSymbolSize: 7,
        lineStyle: { color: '#8b98a5', width: 1.2, opacity: 1 },
        edgeLabel: {
          show: true,
          fontSize: 12,
          color: COLORS.secondary,
          backgroundColor: '#ffffff',
          padding: [1, 4],
          formatter: ({ data }: { data: { label: string } }) => data.label,
        },
        data: nodes.map(({ id, x, y, width: boxWidth, height: boxHeight, lines, place, opens }) => ({
          id,
          value: [x, y],
          symbolSize: [boxWidth, boxHeight],
          cursor: opens === 'institution' || opens === 'alliance' ? 'pointer' : 'default',
          itemStyle: { color: LOOKS[place].fill, borderColor: LOOKS[place].edge, borderWidth: 1 },
          label: { show: true, formatter: lines.join('\n'), color: LOOKS[place].text, fontSize: 13, lineHeight: 18 },
        })),
        links: map.links.map(({ from, to, label }) => ({ source: from, target: to, label })),
      },
    ],
  }
}
