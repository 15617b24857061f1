import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './CommandDialog.module.css'
import { useFieldIssues } from './form.ts'

/** What a control needs to be tied to its label and to what is wrong with it. */
export interface FieldControl {
  readonly id: string
  readonly status: '' | 'error'
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby': string | undefined
}

interface CommandFieldProps {
  /** The path of the issues that stand here, e.g. `institutionId`. */
  readonly name: string
  readonly label: string
  readonly required?: boolean | undefined
  /** A line of help under the control. */
  readonly help?: ReactNode
  readonly children: (control: FieldControl) => ReactNode
}

/** A labelled field of a command with its issues beside it. */
export function CommandField({ name, label, required = false, help, children }: CommandFieldProps): ReactNode {
  const { t } = useTranslation('command')
  const id = useId()
  const issues = useFieldIssues(name)
  const described = issues.length > 0 || help ? `${id}-say` : undefined
  return (
    <div className={styles.field} data-path={name}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {!required && <span className={styles.optional}>{t('optional')}</span>}
      </label>
      {children({ id, status: issues.length > 0 ? 'error' : '', 'aria-invalid': issues.length > 0, 'aria-describedby': described })}
      <div id={`${id}-say`} aria-live="polite">
        {issues.map(({ code, text }) => (
          <div key={code + text} className={styles.issue}>
            {text}
          </div>
        ))}
        {help && <div className={styles.help}>{help}</div>}
      </div>
    </div>
  )
}
