import { COLORS, FONT_FAMILY } from '../theme/theme.ts'

/** One look for all pictures: the interface's font and text colours, a blue that stays apart in grey, lines that recede. */
export const CHART_THEME = {
  color: [COLORS.blue, '#6a9fd0', '#2f8f83', COLORS.amber, COLORS.future, COLORS.grey],
  backgroundColor: 'transparent',
  textStyle: { fontFamily: FONT_FAMILY, color: COLORS.text },
  title: { textStyle: { fontSize: 13, fontWeight: 600, color: COLORS.text }, subtextStyle: { fontSize: 12, color: COLORS.secondary } },
  label: { color: COLORS.text, fontFamily: FONT_FAMILY },
  tooltip: { backgroundColor: '#fff', borderColor: COLORS.line, textStyle: { color: COLORS.text, fontSize: 13 }, confine: true },
  categoryAxis: {
    axisLine: { lineStyle: { color: '#b4bdc7' } },
    axisTick: { show: false },
    axisLabel: { color: COLORS.secondary },
    splitLine: { show: false },
  },
  valueAxis: { axisLine: { show: false }, axisLabel: { color: COLORS.secondary }, splitLine: { lineStyle: { color: COLORS.line } } },
}
