import type { CodegenConfig } from '@graphql-codegen/cli'

/** `pnpm --filter @yilian/admin generate`: typed documents from the server's committed schema, into `src/graphql/`. */
const config: CodegenConfig = {
  schema: '../server/schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/graphql/**', '!src/**/*.test.{ts,tsx}'],
  generates: {
    'src/graphql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        dedupeFragments: true,
        inputMaybeValue: 'T | null | undefined',
        scalars: {
          ID: 'string',
          Date: '@yilian/domain/day.ts#IsoDate',
          Instant: '@yilian/domain/day.ts#Instant',
          Decimal: 'string',
          Upload: 'File',
        },
      },
    },
  },
  config: { importExtension: '.ts', emitLegacyCommonJSImports: false },
  ignoreNoDocuments: true,
}

export default config
