import { lineLabel, type FundingLine } from '@yilian/domain/construction/funding.ts'
import type { FundingSource } from '@yilian/domain/construction/funding-source.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'

/** The line of a project that a source and a batch mean; `null` where there is none. Without a batch it is the only one of the source. */
export function lineOf(
  lines: readonly FundingLine[],
  fundingSource: FundingSource,
  name: string | null | undefined,
  project: string,
): FundingLine | null | { readonly issues: Issue[] } {
  const ofSource = lines.filter((one) => one.fundingSource === fundingSource)
  const meant = name === undefined ? ofSource : ofSource.filter((one) => one.name === name)
  if (meant.length <= 1) return meant[0] ?? null
  return { issues: [issue('name', 'FUNDING_AMBIGUOUS', { project, source: lineLabel({ fundingSource, name: null }) })] }
}
