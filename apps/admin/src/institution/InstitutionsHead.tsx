import { PlusOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { COMMANDS } from '@yilian/domain/commands.ts'
import { useDialog } from '../command/useDialog.tsx'
import { useFrozen } from '../alliance/useFrozen.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useMay } from '../session/use-may.ts'
import { PageHead } from '../shell/PageHead.tsx'
import { CreateInstitutionDialog } from './dialogs/CreateInstitutionDialog.tsx'

interface InstitutionsHeadProps {
  readonly view: 'list' | 'tree'
  /** `null` to those who may not. */
  readonly children: (create: (() => void) | null) => ReactNode
}

/** Title, the two ways to look at all institutions, and founding a new one. */
export function InstitutionsHead({ view, children }: InstitutionsHeadProps): ReactNode {
  const { t } = useTranslation('institution')
  const navigate = useNavigate()
  const locale = useLocale()
  const frozen = useFrozen()
  const mayCreate = useMay('institution.change')
  const { dialog, show } = useDialog()
  const create = () => show((close) => <CreateInstitutionDialog onClose={close} />)
  return (
    <>
      <PageHead
        title={t('title')}
        tags={
          <Segmented
            aria-label={t('views.label')}
            value={view}
            options={[
              { value: 'list', label: t('views.list') },
              { value: 'tree', label: t('views.tree') },
            ]}
            onChange={(next) => void navigate({ to: next === 'list' ? '/institutions' : '/institutions/tree' })}
          />
        }
        actions={
          mayCreate && (
            <Button type="primary" icon={<PlusOutlined />} disabled={frozen !== null} title={frozen ?? undefined} onClick={create}>
              {COMMANDS.createInstitution[locale]}
            </Button>
          )
        }
      />
      {children(mayCreate ? create : null)}
      {dialog}
    </>
  )
}
