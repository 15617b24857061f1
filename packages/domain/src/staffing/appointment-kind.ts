// How a person is tied to an institution, and what follows from it. The terms are those of personnel offices, from memory; the rules are ours
// but for what counts as a posting, which the national indicator T2.1 (2024) says.
import type { Text } from '../locale.ts'

/** What follows from a kind of appointment. */
export interface AppointmentKindRules {
  readonly label: Text
  /** It makes the institution the person's home: where the place of the establishment is. */
  readonly home: boolean
  /** The person works at the host while it lasts. */
  readonly movesWork: boolean
  /** It says when it is to end, or when that is looked at again. */
  readonly needsReturn: boolean
  /** Its months count as a posting to primary care (T2.1). */
  readonly countsAsPosting: boolean
  /** The host may be outside of what is recorded, in words. */
  readonly mayBeElsewhere: boolean
}

const kind = (zh: string, en: string, rules: Partial<Omit<AppointmentKindRules, 'label'>> = {}): AppointmentKindRules => ({
  label: { zh, en },
  home: false,
  movesWork: false,
  needsReturn: false,
  countsAsPosting: false,
  mayBeElsewhere: false,
  ...rules,
})
const AWAY = { movesWork: true, needsReturn: true } as const

export const APPOINTMENT_KINDS = {
  PRIMARY: kind('任职', 'Primary', { home: true }),
  REHIRED: kind('返聘', 'Rehired', { home: true }),
  CONCURRENT: kind('兼任', 'Concurrent'),
  SECONDED_LEADERSHIP: kind('挂职', 'Seconded leadership', AWAY),
  LOANED: kind('借调', 'Loaned', AWAY),
  POSTED_DOWN: kind('派驻', 'Posted down', { ...AWAY, countsAsPosting: true }),
  SUPPORTING: kind('帮扶', 'Supporting', { ...AWAY, mayBeElsewhere: true }),
  ROTATION: kind('轮岗', 'Rotation', AWAY),
  STUDYING: kind('进修', 'Studying', { ...AWAY, mayBeElsewhere: true }),
  MULTI_SITE: kind('多点执业', 'Multi-site practice'),
} as const satisfies Record<string, AppointmentKindRules>
export type AppointmentKind = keyof typeof APPOINTMENT_KINDS

/** The rules of a kind, as the type that all share. */
export function appointmentKindRules(of: AppointmentKind): AppointmentKindRules {
  return APPOINTMENT_KINDS[of]
}

/** The kinds that have this rule: `kindsThat('movesWork')`. */
export function kindsThat(rule: Exclude<keyof AppointmentKindRules, 'label'>): AppointmentKind[] {
  return (Object.keys(APPOINTMENT_KINDS) as AppointmentKind[]).filter((of) => appointmentKindRules(of)[rule])
}

/** Kinds by name in words. */
export const APPOINTMENT_KIND_LABELS = Object.fromEntries(
  Object.entries(APPOINTMENT_KINDS).map(([of, { label }]) => [of, label]),
) as Readonly<Record<AppointmentKind, Text>>
