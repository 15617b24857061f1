import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { Locale } from '@yilian/domain/locale.ts'
import { useEffect, useState } from 'react'
import { useClient } from 'urql'
import { graphql } from '../graphql/gql.ts'
import type { CorrectionPageFragment } from '../graphql/graphql.ts'
import { useLocale } from '../i18n/useLocale.ts'
import type { ChangeWithEffects } from './superseded.ts'

/** A page of the corrections of something, with what each replaced. */
export const CorrectionPage = graphql(`
  fragment CorrectionPage on ChangeConnection {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      correction
      recordedAt
      effects {
        fact
        factId
        subject(locale: $locale)
        before {
          validFrom
          validTo
          label(locale: $locale)
          changed
        }
      }
    }
  }
`)

interface Variables {
  readonly id: string
  readonly after?: string | null
  readonly locale: Locale
}
type Corrected = { readonly changes: CorrectionPageFragment } | null | undefined

/**
 * All corrections of something, page after page, once they are `wanted`; those read so far while more come. Each page stays subscribed, so that
 * a correction recorded meanwhile is shown.
 */
export function useCorrections<D>(
  document: TypedDocumentNode<D, Variables>,
  of: (data: D) => Corrected,
  id: string,
  wanted: boolean,
): readonly ChangeWithEffects[] {
  const client = useClient()
  const locale = useLocale()
  const [pages, setPages] = useState<readonly (readonly ChangeWithEffects[])[]>([])
  useEffect(() => {
    if (!wanted) return undefined
    const running: (() => void)[] = []
    const stopFrom = (at: number) => running.splice(at).forEach((stop) => stop())
    const read = (at: number, after: string | null) => {
      stopFrom(at)
      const { unsubscribe } = client.query(document, { id, after, locale }).subscribe(({ data }) => {
        const page = data && of(data)?.changes
        if (!page) return
        setPages((before) => [...before.slice(0, at), page.nodes])
        if (page.pageInfo.hasNextPage && page.pageInfo.endCursor) read(at + 1, page.pageInfo.endCursor)
        else stopFrom(at + 1)
      })
      running[at] = unsubscribe
    }
    read(0, null)
    return () => stopFrom(0)
  }, [client, document, of, id, locale, wanted])
  return wanted ? pages.flat() : NONE
}

const NONE: readonly ChangeWithEffects[] = []
