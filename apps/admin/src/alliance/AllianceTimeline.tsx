import { Checkbox } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'

import { withHistories, type FactLane } from '../dated/superseded.ts'
import { Timeline, type TimelineProps } from '../dated/Timeline.tsx'
import { ToneLegend } from '../dated/ToneLegend.tsx'
import type { Tone } from '../dated/tones.ts'
import { graphql } from '../graphql/gql.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'

const CorrectionsDocument = graphql(`
  query CorrectionsOfAlliance($id: ID!, $locale: Locale!) {
    alliance(id: $id) {
      id
      changes(first: 50, correction: true) {
        nodes {
          id
          correction
          recordedAt
          effects {
            ...EffectParts
          }
        }
      }
    }
  }
`)

interface AllianceTimelineProps extends Pick<TimelineProps, 'label' | 'labelWidth' | 'maxHeight'> {
  readonly alliance: { readonly id: string }
  readonly lanes: readonly FactLane[]
  /** Facts that were corrected away altogether are shown too, once histories are. */
  readonly orphans?: boolean | undefined
  readonly legend?: readonly { readonly tone: Tone; readonly word: string }[] | undefined
}

/** A timeline of an alliance's facts at the moment shown; on demand with what corrections replaced (the last 50 of them). */
export function AllianceTimeline({ alliance, lanes, orphans = false, legend, ...rest }: AllianceTimelineProps): ReactNode {
  const { t } = useTranslation('dated')
  const locale = useLocale()
  const { today } = useFrame()
  const { asOf } = useMoment()
  const [histories, setHistories] = useState(false)
  const [{ data }] = useQuery({ query: CorrectionsDocument, variables: { id: alliance.id, locale }, pause: !histories })
  const changes = data?.alliance?.changes.nodes
  const shown = useMemo(() => (histories && changes ? withHistories(lanes, changes, orphans) : lanes), [histories, changes, lanes, orphans])
  return (
    <Timeline
      {...rest}
      lanes={shown}
      today={today}
      asOf={asOf}
      histories={histories}
      tools={
        <Checkbox checked={histories} onChange={({ target }) => setHistories(target.checked)}>
          {t('histories')}
        </Checkbox>
      }
      legend={legend ? <ToneLegend entries={legend} histories={histories} /> : null}
    />
  )
}
