import { builder } from '../graphql/builder.ts'
import type { AppointmentRow } from './appointment.queries.ts'

/** Made before it is implemented, so that other features can point at it. */
export const Appointment = builder.objectRef<AppointmentRow>('Appointment')
