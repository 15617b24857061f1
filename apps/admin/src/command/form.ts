import { createContext, useContext, useEffect } from 'react'
import type { ShownIssue } from './issues.ts'

/** What the fields of a command's form know of each other. */
export interface CommandFormContext {
  /** Says that a field shows the issues at `path`; returns how to unsay it. */
  readonly register: (path: string) => () => void
  readonly issuesAt: (path: string) => readonly ShownIssue[]
}

export const CommandForm = createContext<CommandFormContext>({ register: () => () => {}, issuesAt: () => [] })

/** The issues of one field; while it is on the screen they are not repeated on top. */
export function useFieldIssues(path: string): readonly ShownIssue[] {
  const { register, issuesAt } = useContext(CommandForm)
  useEffect(() => register(path), [register, path])
  return issuesAt(path)
}

/** The issues of many fields at once, as a list of rows needs them. */
export function useIssuesAt(paths: readonly string[]): (path: string) => readonly ShownIssue[] {
  const { register, issuesAt } = useContext(CommandForm)
  const key = paths.join(' ')
  useEffect(() => {
    const undo = key.split(' ').map((path) => register(path))
    return () => undo.forEach((one) => one())
  }, [register, key])
  return issuesAt
}
