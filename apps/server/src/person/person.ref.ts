import { builder } from '../graphql/builder.ts'
import type { PersonRow } from './person.queries.ts'

/** Made before it is implemented, so that other features can point at it. */
export const Person = builder.objectRef<PersonRow>('Person')
