import type { IsoDate } from '@yilian/domain/day.ts'
import type { Issue } from '@yilian/domain/issue.ts'

import type { FactWrite } from './import-kind.ts'
import type { ProjectPicture } from './judge-project.ts'
import type { ToldProject } from './oc4ids-told.ts'
import type { RecordLookup } from './of-project-lookup.ts'

/** What projects of a package are judged on. */
export interface PackagePicture extends Pick<
  ProjectPicture,
  'countyCode' | 'today' | 'lookup' | 'regions' | 'divisions' | 'circular' | 'newId'
> {
  divisions: ReadonlySet<string>
  readonly records: {
    readonly stages: RecordLookup<'PROJECT_STAGE'>
    readonly suspensions: RecordLookup<'PROJECT_SUSPENSION'>
    readonly milestones: RecordLookup<'PROJECT_MILESTONE'>
    readonly approvals: RecordLookup<'PROJECT_APPROVAL'>
    readonly lines: RecordLookup<'FUNDING_LINE'>
    readonly years: RecordLookup<'FUNDING_YEAR'>
    readonly receipts: RecordLookup<'FUND_RECEIPT'>
    readonly payments: RecordLookup<'PROJECT_PAYMENT'>
    readonly contracts: RecordLookup<'PROJECT_CONTRACT'>
    readonly reports: RecordLookup<'PROGRESS_REPORT'>
  }
}

/** What the records of one project are to be written with. */
export interface OwnWrites {
  readonly picture: PackagePicture
  readonly told: ToldProject
  readonly projectId: string
  readonly unitCount: number
  /** The JSON pointer of the project. */
  readonly path: string
  /** The day whose picture the package gives, today at the latest. */
  readonly on: IsoDate
}

/** New records, and what is wrong with them, each at its JSON pointer. */
export interface Written {
  readonly writes: FactWrite[]
  readonly issues: Issue[]
}

/** What a record cites that came with a package. */
export const FROM_PACKAGE = { documentId: null, source: 'OC4IDS', sourceNote: null } as const
