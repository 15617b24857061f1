import { builder } from '../graphql/builder.ts'
import type { InstitutionRow } from './institution.queries.ts'

/** Made before it is implemented, so that other features can point at it. */
export const Institution = builder.objectRef<InstitutionRow>('Institution')
