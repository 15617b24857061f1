import { APPOINTMENT_KIND_LABELS } from '@yilian/domain/staffing/appointment-kind.ts'
import { LEADERSHIPS, LICENCE_KINDS } from '@yilian/domain/staffing/terms.ts'

import { codeEnum } from '../graphql/text.ts'

export const AppointmentKindEnum = codeEnum('AppointmentKind', 'How a person is tied to an institution.', APPOINTMENT_KIND_LABELS)
export const LicenceKindEnum = codeEnum('LicenceKind', 'Licences, registrations and certificates.', LICENCE_KINDS)
export const LeadershipEnum = codeEnum('Leadership', 'Leadership of an institution.', LEADERSHIPS)
