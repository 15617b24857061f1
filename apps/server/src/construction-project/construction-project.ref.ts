import { builder } from '../graphql/builder.ts'
import type { ConstructionProjectRow } from './construction-project.queries.ts'

/** Made before it is implemented, so that other features can point at it. */
export const ConstructionProject = builder.objectRef<ConstructionProjectRow>('ConstructionProject')
