import { writeFile } from 'node:fs/promises'

import { lexicographicSortSchema, printSchema } from 'graphql'

import { schema } from './graphql/schema.ts'

/** `pnpm generate`: the API as SDL, committed, from which the admin's types are made. */
await writeFile(new URL('../schema.graphql', import.meta.url), `${printSchema(lexicographicSortSchema(schema))}\n`)
