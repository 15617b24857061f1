// What the pictures of this product are drawn with, and nothing else of the library.
import { BarChart, GraphChart, LineChart, SankeyChart } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components'
import { init, registerTheme, use as register, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { CHART_THEME } from './chart-theme.ts'

register([
  BarChart,
  GraphChart,
  LineChart,
  SankeyChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  CanvasRenderer,
])
registerTheme('yilian', CHART_THEME)

export type ChartOption = EChartsCoreOption
export type ChartInstance = EChartsType

/** A picture in the product's theme. */
export function drawIn(element: HTMLElement): ChartInstance {
  return init(element, 'yilian')
}
