import { Checkbox } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { withHistories, type FactLane } from '../dated/superseded.ts'
import { Timeline, type TimelineProps } from '../dated/Timeline.tsx'
import { ToneLegend } from '../dated/ToneLegend.tsx'
import { useCorrections } from '../dated/useCorrections.ts'
import type { Tone } from '../dated/tones.ts'
import { graphql } from '../graphql/gql.ts'
import type { CorrectionsOfAllianceQuery } from '../graphql/graphql.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'

const CorrectionsDocument = graphql(`
  query CorrectionsOfAlliance($id: ID!, $after: String, $locale: Locale!) {
    alliance(id: $id) {
      id
      changes(first: 10, after: $after, correction: true) {
        ...CorrectionPage
      }
    }
  }
`)
const allianceOf = ({ alliance }: CorrectionsOfAllianceQuery) => alliance

interface AllianceTimelineProps extends Pick<TimelineProps, 'label' | 'labelWidth' | 'maxHeight'> {
  readonly alliance: { readonly id: string }
  readonly lanes: readonly FactLane[]
  /** Facts that were corrected away altogether are shown too, once histories are. */
  readonly orphans?: boolean | undefined
  readonly legend?: readonly { readonly tone: Tone; readonly word: string }[] | undefined
}

/** A timeline of an alliance's facts at the moment shown; on demand with what corrections replaced. */
export function AllianceTimeline({ alliance, lanes, orphans = false, legend, ...rest }: AllianceTimelineProps): ReactNode {
  const { t } = useTranslation('dated')
  const { today } = useFrame()
  const { asOf } = useMoment()
  const [histories, setHistories] = useState(false)
  const corrections = useCorrections(CorrectionsDocument, allianceOf, alliance.id, histories)
  const shown = useMemo(() => (histories ? withHistories(lanes, corrections, orphans) : lanes), [histories, corrections, lanes, orphans])
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
