import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../i18n/useLocale.ts'
import { useMoment } from '../shell/moment.ts'
import { exportHref, type ExportRequest } from './export-href.ts'

type ExportMenuProps = Pick<ExportRequest, 'name' | 'columns' | 'filter' | 'order'> & {
  readonly total: number | undefined
  /** Documents of the same rows in another form than a table, or the table with all its columns. */
  readonly more?: readonly { readonly format: string; readonly label: string }[] | undefined
  /** The columns say what the rows are, so that paper has the same. */
  readonly samePaper?: boolean
}

/** Exactly what is shown, as a file: the day, the filters, the order and the columns of the screen. */
export function ExportMenu({ total, columns, more = [], samePaper = false, ...request }: ExportMenuProps): ReactNode {
  const { t } = useTranslation('table')
  const locale = useLocale()
  const { asOf, asKnownAt } = useMoment()
  const link = (format: string, label: string, whole = false) => ({
    key: format,
    label: (
      <a href={exportHref({ ...request, columns: whole ? undefined : columns, format, locale, moment: { asOf, asKnownAt } })} download>
        {label}
      </a>
    ),
  })
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          {
            type: 'group',
            key: 'what',
            label: t('export.what', { total: total ?? '' }),
            children: [
              link('xlsx', t('export.excel')),
              link('csv', t('export.csv')),
              // A page is narrower than a screen: the columns that are made for paper.
              link('docx', t('export.word'), !samePaper),
              ...more.map(({ format, label }) => ({ ...link(format, label, true), key: `whole ${format}` })),
            ],
          },
        ],
      }}
    >
      <Button icon={<DownloadOutlined />} disabled={!total}>
        {t('export.open')}
      </Button>
    </Dropdown>
  )
}
