import { issue, type Issue } from '../issue.ts'

// 项目代码: GB/T 40058-2021 (YYMM-division-department-type-random and check digit) and the older form (YYYY-division-industry-type-serial)
// have one shape and cannot be told apart by it. Segment names and order were checked, their widths are from memory: only the shape and the
// division are judged, never department, type or check digit.
const SHAPE = /^\d{4}-(\d{6})-\d{2}-\d{2}-\d{6}$/

/** As people type it (full width, spaces, other dashes) to the form that is stored. */
export function normaliseProjectCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[‐‑‒–—―−]/g, '-')
}

/** The six digits of the division in a code of the right shape; `null` for any other text. */
export function divisionOfProjectCode(code: string): string | null {
  return SHAPE.exec(code)?.[1] ?? null
}

/** `PROJECT_CODE_SHAPE` unless it has the shape. Whether the division exists is for the caller to look up. */
export function projectCodeIssues(path: string, code: string): Issue[] {
  return SHAPE.test(code) ? [] : [issue(path, 'PROJECT_CODE_SHAPE', { value: code })]
}
