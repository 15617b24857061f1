import { Table } from 'antd'
import { lineLabel } from '@yilian/domain/construction/funding.ts'
import { fenOf } from '@yilian/domain/money.ts'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart } from '../chart/Chart.tsx'
import type { ChartOption } from '../chart/echarts.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { COLORS } from '../theme/theme.ts'
import { fundingRows } from './funding-rows.ts'
import { moneyText, wanNumber } from './money.ts'
import type { ProjectOnPage } from './project-page.ts'
import { AmountHead, useMoney } from './useMoney.tsx'

/** Whether there is any amount to draw: a picture of zeros says nothing. */
export function isDrawn(project: ProjectOnPage): boolean {
  return fundingRows(project).some(({ line, arrived, paid }) =>
    [line.planned, arrived, paid].some((amount) => amount !== null && fenOf(amount) > 0n),
  )
}

/** What each source is to give, gave and was spent of it, as bars; where nothing is reported there is none. */
export function SourcesPicture({ project }: { readonly project: ProjectOnPage }): ReactNode {
  const { t } = useTranslation('project')
  const locale = useLocale()
  const { money } = useMoney()
  const { today } = useFrame()
  const { asOf = today } = useMoment()
  const rows = useMemo(() => fundingRows(project).toReversed(), [project])
  const option = useMemo((): ChartOption => {
    const bar = (name: string, color: string, amounts: readonly (string | null)[], border = color) => ({
      name,
      type: 'bar',
      barMaxWidth: 14,
      itemStyle: { color, borderColor: border, borderWidth: 1 },
      label: { show: true, position: 'right', formatter: ({ data }: { data: { text: string } }) => data.text, fontSize: 11 },
      data: amounts.map((amount) =>
        amount === null ? { value: '-', text: '' } : { value: wanNumber(amount), text: moneyText(amount, 'WAN') },
      ),
    })
    return {
      title: { subtext: `${project.name} · ${asOf} · ${t('money.WAN')}`, top: 0, left: 4, padding: 0, itemGap: 0 },
      legend: { top: 20, left: 4, itemWidth: 14, itemHeight: 9 },
      grid: { left: 4, right: 72, top: 48, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: { type: 'value', splitNumber: 4 },
      yAxis: {
        type: 'category',
        data: rows.map(({ line }) => lineLabel(line)[locale]),
        axisLabel: { width: 172, overflow: 'truncate', color: COLORS.text },
      },
      series: [
        bar(
          t('funds.planned'),
          '#ffffff',
          rows.map(({ line }) => line.planned),
          COLORS.grey,
        ),
        bar(
          t('funds.arrived'),
          COLORS.green,
          rows.map(({ arrived }) => arrived),
        ),
        bar(
          t('funds.paid'),
          COLORS.amber,
          rows.map(({ paid }) => paid),
        ),
      ].filter(({ data }) => data.some(({ text }) => text !== '')),
    }
  }, [rows, project.name, asOf, locale, t])
  return (
    <Chart
      label={`${project.name} · ${t('funds.picture')}`}
      fileName={`${project.name}-${t('funds.lines')}-${asOf}`}
      option={option}
      height={72 + rows.length * 62}
      table={
        <Table
          aria-label={t('funds.picture')}
          size="small"
          rowKey={({ line }) => line.id}
          dataSource={rows.toReversed()}
          pagination={false}
          columns={[
            { title: t('funds.source'), render: (_, { line }) => lineLabel(line)[locale] },
            { title: <AmountHead title={t('funds.planned')} />, align: 'end', render: (_, { line }) => money(line.planned) },
            { title: <AmountHead title={t('funds.arrived')} />, align: 'end', render: (_, { arrived }) => money(arrived) },
            { title: <AmountHead title={t('funds.paid')} />, align: 'end', render: (_, { paid }) => money(paid) },
          ]}
        />
      }
    />
  )
}
