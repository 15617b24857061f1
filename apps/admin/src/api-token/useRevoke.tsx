import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { graphql } from '../graphql/gql.ts'
import type { Token } from './token.ts'

const RevokeTokenDocument = graphql(`
  mutation RevokeToken($id: ID!, $locale: Locale!) {
    result: revokeToken(id: $id) {
      __typename
      ... on ApiToken {
        ...TokenParts
      }
      ... on InputRefused {
        issues {
          path
          code
          message(locale: $locale)
        }
      }
    }
  }
`)

/** Asks, and revokes a token; what goes wrong is said. */
export function useRevoke(): (token: Token) => void {
  const { t, i18n } = useTranslation('apiToken')
  const { modal, message } = App.useApp()
  const client = useClient()
  return ({ id, name }) =>
    void modal.confirm({
      title: t('revokeTitle', { name }),
      content: t('revokeExplain'),
      okText: t('revoke'),
      okButtonProps: { danger: true },
      cancelText: t('cancel'),
      focusable: { autoFocusButton: 'cancel' },
      onOk: async () => {
        const { data } = await client.mutation(RevokeTokenDocument, { id, locale: i18n.language === 'en' ? 'en' : 'zh' }).toPromise()
        if (data?.result.__typename === 'ApiToken') message.success(t('revokeDone'))
        else message.error(data?.result.issues[0]?.message ?? t('failed'))
      },
    })
}
