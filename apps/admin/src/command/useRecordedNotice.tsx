import { App } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recorded } from './outcome.ts'

/** Says what a command did, with a link to where it is recorded. */
export function useRecordedNotice(): (recorded: Recorded) => void {
  const { t } = useTranslation('command')
  const { notification } = App.useApp()
  return (recorded) => {
    const key = recorded.change.id
    notification.success({
      key,
      title: t('done'),
      description: recorded.change.summary,
      placement: 'bottomRight',
      duration: 8,
      actions: linkTo(recorded, t('doneLink'), () => notification.destroy(key)),
    })
  }
}

function linkTo({ alliances, institutions, projects, people }: Recorded, label: string, onClick: () => void): ReactNode {
  const [alliance, institution, project, person] = [alliances[0], institutions[0], projects[0], people[0]]
  if (person)
    return (
      <Link onClick={onClick} to="/people/$id" params={{ id: person.id }} search={(before) => ({ ...before, tab: 'changes' })}>
        {label}
      </Link>
    )
  if (project)
    return (
      <Link onClick={onClick} to="/projects/$id" params={{ id: project.id }} search={(before) => ({ ...before, tab: 'changes' })}>
        {label}
      </Link>
    )
  if (alliance)
    return (
      <Link onClick={onClick} to="/alliances/$id" params={{ id: alliance.id }} search={(before) => ({ ...before, tab: 'changes' })}>
        {label}
      </Link>
    )
  if (institution)
    return (
      <Link onClick={onClick} to="/institutions/$id" params={{ id: institution.id }} search={(before) => ({ ...before, tab: 'changes' })}>
        {label}
      </Link>
    )
  return null
}
