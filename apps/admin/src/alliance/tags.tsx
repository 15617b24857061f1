import type { ReactNode } from 'react'
import type { AllianceStage, LeadState } from '@yilian/domain/alliance.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { StateTag, type StateTone } from '../theme/StateTag.tsx'

const STAGE_TONES: Record<AllianceStage, StateTone> = { PLANNED: 'future', PILOT: 'blue', OPERATING: 'green' }
const LEAD_TONES: Record<LeadState, StateTone> = { HELD: 'green', VACANT: 'amber', DISPUTED: 'red', NOT_REQUIRED: 'grey' }

export function StageTag({ stage }: { readonly stage: AllianceStage }): ReactNode {
  return <StateTag tone={STAGE_TONES[stage]}>{useCodeLabel()('allianceStage', stage)}</StateTag>
}

export function LeadStateTag({ state }: { readonly state: LeadState }): ReactNode {
  return <StateTag tone={LEAD_TONES[state]}>{useCodeLabel()('leadState', state)}</StateTag>
}
