import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { StateTag } from '../theme/StateTag.tsx'
import { CommandButton, RowCommands } from '../command/CommandButton.tsx'
import { ProblemDialog, ResolveProblemDialog } from './dialogs/ProblemDialogs.tsx'
import { WithdrawDialog } from './dialogs/WithdrawDialog.tsx'
import styles from './Project.module.css'
import type { ProblemRow, ProjectOnPage } from './project-page.ts'

interface ProblemsProps {
  readonly project: ProjectOnPage
  readonly show: (render: (close: () => void) => ReactNode) => void
}

/** 存在问题: those that are open first, who is to mend them and by when. */
export function Problems({ project, show }: ProblemsProps): ReactNode {
  const { t } = useTranslation('project')
  const { today } = useFrame()
  const { asOf = today } = useMoment()
  const isOpen = ({ resolvedOn }: ProblemRow) => resolvedOn === null || resolvedOn > asOf
  const sorted = [...project.problems.filter(isOpen), ...project.problems.filter((one) => !isOpen(one))]
  return (
    <section className={page.panel} aria-label={t('reports.problems')}>
      <h2>
        {t('reports.problems')}
        <span className={styles.end}>
          <CommandButton
            command="recordProblem"
            small
            onClick={() => show((close) => <ProblemDialog project={project} existing={null} onClose={close} />)}
          />
        </span>
      </h2>
      {sorted.length === 0 ? (
        <p className={styles.quiet}>{t('reports.noProblems')}</p>
      ) : (
        <ul className={styles.list} aria-label={t('reports.problems')}>
          {sorted.map((problem) => (
            <Problem key={problem.id} project={project} problem={problem} open={isOpen(problem)} asOf={asOf} show={show} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface ProblemProps extends ProblemsProps {
  readonly problem: ProblemRow
  readonly open: boolean
  readonly asOf: string
}

function Problem({ project, problem, open, asOf, show }: ProblemProps): ReactNode {
  const { t } = useTranslation('project')
  const { t: shell } = useTranslation('shell')
  const { text, responsible, foundOn, dueOn, resolvedOn, resolution } = problem
  const said = [
    responsible && shell('colon', { label: t('reports.responsible'), text: responsible }),
    foundOn && shell('colon', { label: t('reports.found'), text: foundOn }),
    dueOn && shell('colon', { label: t('reports.due'), text: dueOn }),
    resolvedOn && shell('colon', { label: t('reports.resolved'), text: resolvedOn }),
    resolution,
  ]
  return (
    <li>
      <div className={styles.line}>
        <StateTag tone={!open ? 'green' : dueOn !== null && dueOn < asOf ? 'red' : 'amber'}>
          {t(!open ? 'reports.resolved' : dueOn !== null && dueOn < asOf ? 'reports.overdue' : 'reports.open')}
        </StateTag>
        <span style={{ flex: 1, minWidth: 140 }}>{text}</span>
        {open && (
          <CommandButton
            command="resolveProblem"
            small
            of={text}
            onClick={() => show((close) => <ResolveProblemDialog project={project} problem={problem} onClose={close} />)}
          />
        )}
        <RowCommands
          of={text}
          commands={[
            {
              command: 'correctProblem',
              onClick: () => show((close) => <ProblemDialog project={project} existing={problem} onClose={close} />),
            },
            {
              command: 'withdrawProjectRecord',
              danger: true,
              onClick: () =>
                show((close) => (
                  <WithdrawDialog project={project} record={{ id: problem.id, version: problem.version, name: text }} onClose={close} />
                )),
            },
          ]}
        />
      </div>
      <div className={styles.small}>{said.filter(Boolean).join(' · ')}</div>
    </li>
  )
}
