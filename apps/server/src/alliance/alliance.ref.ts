import { builder } from '../graphql/builder.ts'
import type { AllianceRow } from './alliance.queries.ts'

/** Made before it is implemented, so that other features can point at it. */
export const Alliance = builder.objectRef<AllianceRow>('Alliance')
