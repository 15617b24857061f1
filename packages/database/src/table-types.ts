import { sql } from 'kysely'

import { COLUMN_TYPES, TYPE_MODULES } from './column-types.ts'
import type { Db } from './db.ts'

interface Column {
  tableName: string
  columnName: string
  typeName: string
  isArray: boolean
  enumValues: string[] | null
  checks: string[]
  notNull: boolean
  hasDefault: boolean
  isAlwaysGenerated: boolean
}

/** PostgreSQL's types as `typeParsers()` hands them over; everything else arrives as text. */
const SCALARS: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'IsoDate',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  timestamptz: 'Instant',
}

/** The source of `tables.ts`: one interface per table or view of the schema `public`, and `Tables` with all of them. */
export async function tableTypes(db: Db): Promise<string> {
  const tables = Map.groupBy(await columnsOf(db), ({ tableName }) => tableName)
  const interfaces = [...tables].map(([table, columns]) => `export interface ${typeName(table)} {\n${columns.map(property).join('')}}\n`)
  const body = [
    ...interfaces,
    `export interface Tables {\n${[...tables.keys()].map((table) => `  ${camelCase(table)}: ${typeName(table)}\n`).join('')}}\n`,
  ].join('\n')
  return `${header(body)}\n${body}`
}

async function columnsOf(db: Db): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select c.relname as table_name, a.attname as column_name,
      coalesce(element.typname, base.typname, t.typname) as type_name, element.oid is not null as is_array,
      (select array_agg(enumlabel::text order by enumsortorder) from pg_enum where enumtypid = coalesce(element.oid, base.oid, t.oid)) as enum_values,
      array(select pg_get_constraintdef(con.oid) from pg_constraint con
        where con.contype = 'c' and con.conrelid = c.oid and con.conkey = array[a.attnum] order by con.conname) as checks,
      a.attnotnull or t.typnotnull as not_null, a.atthasdef or a.attidentity <> '' as has_default,
      a.attgenerated <> '' or a.attidentity = 'a' as is_always_generated
    from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
      left join pg_type base on base.oid = nullif(t.typbasetype, 0)
      left join pg_type element on element.oid = nullif(coalesce(base.typelem, t.typelem), 0) and coalesce(base.typcategory, t.typcategory) = 'A'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped and c.relname not like 'kysely\_%'
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C", a.attnum`.execute(db)
  return rows
}

function property(column: Column): string {
  const declared = COLUMN_TYPES[`${column.tableName}.${column.columnName}`]
  if (column.typeName.startsWith('json')) {
    const json = `${column.hasDefault ? 'GeneratedJson' : 'Json'}${declared ? `<${declared}>` : ''}`
    return `  ${camelCase(column.columnName)}: ${column.notNull ? json : `${json} | null`}\n`
  }
  const scalar = declared ?? union(column) ?? SCALARS[column.typeName] ?? 'string'
  const element = column.isArray && !declared ? (scalar.includes('|') ? `(${scalar})[]` : `${scalar}[]`) : scalar
  const type = column.notNull ? element : `${element} | null`
  const wrapped = column.isAlwaysGenerated ? `GeneratedAlways<${type}>` : column.hasDefault ? `Generated<${type}>` : type
  return `  ${camelCase(column.columnName)}: ${wrapped}\n`
}

/** The values of an enum, or of a check that lists them: `CHECK ((role = ANY (ARRAY['lead'::text, 'member'::text])))`. */
function union({ enumValues, checks }: Column): string | null {
  if (enumValues) return enumValues.map((value) => `'${value}'`).join(' | ')
  for (const check of checks) {
    const list = /^CHECK \(\((?:\(\w+\)::text|\w+) = ANY \((?:\()?ARRAY\[((?:'[^']*'(?:::[a-z ]+)?(?:, )?)+)\]/.exec(check)?.[1]
    const single = /^CHECK \(\(\w+ = ('[^']*')::text\)\)$/.exec(check)?.[1]
    const values = (list ?? single)?.match(/'[^']*'/g)
    if (values) return values.join(' | ')
  }
  return null
}

const JSON_TYPES: readonly (readonly [name: string, source: string])[] = [
  ['Json', '/** Read as a value, written as `JSON.stringify` made it. */\ntype Json<T = unknown> = ColumnType<T, string, string>\n'],
  ['GeneratedJson', '/** The same with a default. */\ntype GeneratedJson<T = unknown> = ColumnType<T, string | undefined, string>\n'],
]

function header(body: string): string {
  const used = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(body)
  const json = JSON_TYPES.filter(([name]) => used(name)).map(([, source]) => source)
  const kysely = ['ColumnType', 'Generated', 'GeneratedAlways'].filter((name) => (name === 'ColumnType' ? json.length > 0 : used(name)))
  const modules = Map.groupBy(
    Object.entries(TYPE_MODULES).filter(([name]) => used(name)),
    ([, module]) => module,
  )
  const imports = [
    ...(kysely.length > 0 ? [`import type { ${kysely.join(', ')} } from 'kysely'\n`] : []),
    ...[...modules].map(([module, names]) => `import type { ${names.map(([name]) => name).join(', ')} } from '${module}'\n`),
  ]
  return ['// Written by `pnpm generate` from the migrated database.\n', imports.join(''), ...json].filter(Boolean).join('\n')
}

/** As Kysely's `CamelCasePlugin` does it. Throws for a name that would not find its way back. */
function camelCase(name: string): string {
  if (/_\d|__|_$|[A-Z]/.test(name))
    throw new Error(`The name ${name} does not survive camelCase: no digit, underscore or end after an underscore`)
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function typeName(table: string): string {
  const name = camelCase(table)
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Table`
}
