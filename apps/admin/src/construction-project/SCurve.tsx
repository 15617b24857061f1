import { Empty, Grid, Table } from 'antd'
import { fenOf } from '@yilian/domain/money.ts'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart } from '../chart/Chart.tsx'
import type { ChartOption } from '../chart/echarts.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { COLORS } from '../theme/theme.ts'
import { axisUnit, heightIn } from './axis-money.ts'
import { moneyText } from './money.ts'
import type { ProjectOnPage } from './project-page.ts'
import { curveRows, CURVES, curvesOf, type CurveName } from './s-curve.ts'
import { AmountHead, useMoney } from './useMoney.tsx'

const LOOK: Record<CurveName, { color: string; type: 'solid' | 'dashed' | 'dotted'; symbol: string }> = {
  planned: { color: COLORS.grey, type: 'dashed', symbol: 'diamond' },
  completed: { color: COLORS.blue, type: 'solid', symbol: 'circle' },
  arrived: { color: COLORS.green, type: 'solid', symbol: 'rect' },
  paid: { color: COLORS.amber, type: 'dotted', symbol: 'triangle' },
}

/** S 曲线: what was planned, completed, arrived and paid to date, with stretches of standing still and the day shown. */
export function SCurve({ project }: { readonly project: ProjectOnPage }): ReactNode {
  const { t } = useTranslation('project')
  const { money } = useMoney()
  const { today } = useFrame()
  const { asOf = today } = useMoment()
  const locale = useLocale()
  // A phone has no room beside the picture: the curves are named above it.
  const { md = true } = Grid.useBreakpoint()
  const curves = useMemo(() => curvesOf(project, asOf), [project, asOf])
  const option = useMemo((): ChartOption => {
    const drawn = CURVES.filter((name) => curves[name].length > 0)
    const axis = axisUnit(
      drawn.flatMap((name) => curves[name].map(({ amount }) => amount)),
      locale,
    )
    return {
      title: { text: project.name, subtext: `${t('curve.month')} ${asOf} · ${t(`curve.axis.${axis}`)}`, left: 4, top: 0 },
      ...(md ? {} : { legend: { top: 40, left: 0, itemWidth: 18, itemGap: 8 } }),
      grid: { left: 12, right: md ? 118 : 16, top: md ? 66 : 96, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: { type: 'time', axisLabel: { hideOverlap: true, formatter: '{yyyy}-{MM}' } },
      yAxis: { type: 'value', min: 0, axisLabel: { formatter: (value: number) => value.toLocaleString('en') } },
      tooltip: {
        trigger: 'item',
        formatter: ({ seriesName, value }: { seriesName: string; value: [string, number, string] }) =>
          `${seriesName}<br>${value[0]}：${value[2]} ${t('money.WAN')}`,
      },
      series: drawn.map((name, at) => ({
        name: t(`curve.${name}`),
        type: 'line',
        step: name === 'arrived' || name === 'paid' ? 'end' : false,
        data: curves[name].map(({ on, amount }) => [on, heightIn(axis, amount), moneyText(amount, 'WAN')]),
        symbol: LOOK[name].symbol,
        symbolSize: 7,
        showSymbol: curves[name].length <= 40,
        itemStyle: { color: LOOK[name].color },
        lineStyle: { color: LOOK[name].color, width: 2, type: LOOK[name].type },
        endLabel: { show: md, formatter: '{a}', color: LOOK[name].color, distance: 6, backgroundColor: '#fff', padding: [1, 2] },
        labelLayout: { moveOverlap: 'shiftY' },
        ...(at === 0
          ? {
              markLine: {
                silent: true,
                // Below the names of the curves.
                z: 1,
                symbol: 'none',
                lineStyle: { color: COLORS.text, type: 'solid', width: 1 },
                label: { formatter: asOf, color: COLORS.text, position: 'end', rotate: 0, align: md ? 'center' : 'right' },
                data: [{ xAxis: asOf }],
              },
              markArea: {
                silent: true,
                itemStyle: { color: COLORS.redTint, opacity: 0.7 },
                label: { color: COLORS.red, fontSize: 11, position: 'insideTop' },
                data: project.suspensions.flatMap(({ suspendedOn, validTo }) =>
                  suspendedOn === null ? [] : [[{ name: t('suspended'), xAxis: suspendedOn }, { xAxis: validTo ?? asOf }]],
                ),
              },
            }
          : {}),
      })),
    }
  }, [curves, project, asOf, locale, md, t])
  if (CURVES.every((name) => curves[name].every(({ amount }) => fenOf(amount) === 0n)))
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('curve.none')} />
  return (
    <Chart
      label={t('curve.label', { name: project.name })}
      fileName={`${project.name}-${t('curve.fileName')}-${asOf}`}
      option={option}
      height={300}
      table={
        <Table
          aria-label={t('overview.curve')}
          size="small"
          rowKey="on"
          dataSource={curveRows(curves)}
          pagination={false}
          scroll={{ x: 620, y: 300 }}
          columns={[
            { title: t('curve.month'), dataIndex: 'on', width: 110 },
            ...CURVES.map((name) => ({
              key: name,
              title: <AmountHead title={t(`curve.${name}`)} />,
              align: 'end' as const,
              render: (_: unknown, { amounts }: ReturnType<typeof curveRows>[number]) => money(amounts[name]),
            })),
          ]}
        />
      }
    />
  )
}
