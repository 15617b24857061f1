import { issue, type Issue } from './issue.ts'

/** `TOO_LONG` for each text that is longer than it may be. */
export function lengthIssues(texts: Readonly<Record<string, readonly [text: string | null, max: number]>>): Issue[] {
  return Object.entries(texts).flatMap(([path, [text, max]]) => ((text?.length ?? 0) > max ? [issue(path, 'TOO_LONG', { max })] : []))
}

/** `NOT_A_COUNT` unless it is a whole number of at least zero, or not reported. */
export function countIssues(path: string, value: number | null): Issue[] {
  return value === null || (Number.isInteger(value) && value >= 0) ? [] : [issue(path, 'NOT_A_COUNT', { value, min: 0 })]
}
