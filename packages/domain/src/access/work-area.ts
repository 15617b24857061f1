import type { Text } from '../locale.ts'

/** What a bureau operator works on: the lines of work of the bureau's departments. */
export const WORK_AREAS = {
  ALLIANCE: { zh: '医共体', en: 'Alliances' },
  PERSONNEL: { zh: '人事', en: 'Personnel' },
  CONSTRUCTION: { zh: '建设', en: 'Construction' },
  INDICATORS: { zh: '指标', en: 'Indicators' },
  TASKS: { zh: '任务', en: 'Tasks' },
} as const satisfies Record<string, Text>
export type WorkArea = keyof typeof WORK_AREAS
