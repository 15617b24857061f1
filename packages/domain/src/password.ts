import { issue, type Issue } from './issue.ts'

/** How strong a password must be. */
export const PASSWORD_RULES = { minLength: 10, maxLength: 128, classes: 3 } as const

const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/]

/** What is wrong with a new password. It is never repeated in what is said. */
export function passwordIssues(path: string, password: string, username: string): Issue[] {
  const { minLength, maxLength, classes } = PASSWORD_RULES
  const issues: Issue[] = []
  if (password.length < minLength) issues.push(issue(path, 'PASSWORD_SHORT', { min: minLength }))
  if (password.length > maxLength) issues.push(issue(path, 'TOO_LONG', { max: maxLength }))
  if (CLASSES.filter((one) => one.test(password)).length < classes) issues.push(issue(path, 'PASSWORD_WEAK', { classes }))
  if (username !== '' && password.toLowerCase().includes(username)) issues.push(issue(path, 'PASSWORD_IS_NAME'))
  return issues
}
