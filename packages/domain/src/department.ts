import { isIsoDate, type IsoDate } from './day.ts'
import { issue, type Issue } from './issue.ts'

/** A department (股室) of a county's bureau: where people belong, and over which roles are granted. */
export interface DepartmentDraft {
  /** Six digits; it never changes. */
  readonly countyCode: string
  readonly name: string
  /** The first day it no longer exists; `null` while it does. */
  readonly closedOn: IsoDate | null
}

/** What is wrong with a department in itself; that the county is one and the name is free is for the server to know. */
export function departmentIssues({ countyCode, name, closedOn }: DepartmentDraft): Issue[] {
  const issues: Issue[] = []
  if (!/^(?!0)\d{6}$/.test(countyCode)) issues.push(issue('countyCode', 'NOT_A_REGION_CODE', { value: countyCode }))
  if (name.trim() === '') issues.push(issue('name', 'REQUIRED'))
  if (name.length > 50) issues.push(issue('name', 'TOO_LONG', { max: 50 }))
  if (closedOn !== null && !isIsoDate(closedOn)) issues.push(issue('closedOn', 'NOT_A_DAY', { value: closedOn }))
  return issues
}
