import type { Issue } from '@yilian/domain/issue.ts'

/** A file cannot be read; the issue says why and what to do. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  readonly issue: Issue
  constructor(issue: Issue) {
    super(issue.code)
    this.issue = issue
  }
}
