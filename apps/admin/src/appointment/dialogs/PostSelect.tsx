import { Select } from 'antd'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import type { FieldControl } from '../../command/CommandField.tsx'
import { graphql } from '../../graphql/gql.ts'
import { useCodeLabel } from '../../i18n/useCodeLabel.ts'

const PostChoicesDocument = graphql(`
  query PostChoices($institutionId: ID!, $asOf: Date) {
    posts(filter: { institutionId: $institutionId }, asOf: $asOf, first: 200) {
      nodes {
        id
        title
        grade
        postClass
        count
        filled
        frozen
      }
    }
  }
`)

interface PostSelectProps {
  readonly control: FieldControl
  readonly institutionId: string | null
  readonly asOf: IsoDate | null
  readonly value: string | null
  readonly onChange: (postId: string | null) => void
}

/** One of the posts of an institution, and of the alliance it is in, with how many places are free. */
export function PostSelect({ control, institutionId, asOf, value, onChange }: PostSelectProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const label = useCodeLabel()
  const [{ data, fetching }] = useQuery({
    query: PostChoicesDocument,
    variables: { institutionId: institutionId ?? '', asOf },
    pause: institutionId === null,
  })
  const posts = institutionId === null ? [] : (data?.posts.nodes ?? [])
  return (
    <Select<string>
      {...control}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      loading={fetching}
      disabled={institutionId === null}
      value={value}
      placeholder={t('postHint')}
      notFoundContent={fetching ? null : t('postNone')}
      style={{ width: '100%' }}
      options={posts.map(({ id, title, grade, frozen }) => ({
        value: id,
        label: [title, grade].filter(Boolean).join(' · '),
        disabled: frozen,
      }))}
      optionRender={({ value: id, label: text }) => {
        const post = posts.find((one) => one.id === id)
        return (
          <div style={{ whiteSpace: 'normal' }}>
            {text}
            {post && (
              <div style={{ fontSize: 12, lineHeight: 1.4, color: 'var(--ant-color-text-secondary)' }}>
                {[
                  label('postClass', post.postClass),
                  t('postFilled', { filled: post.filled, count: post.count }),
                  ...(post.frozen ? [t('postFrozen')] : []),
                ].join(' · ')}
              </div>
            )}
          </div>
        )
      }}
      onChange={(id: string | undefined) => onChange(id ?? null)}
    />
  )
}
