import { readFileSync } from 'node:fs'

import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'

import type { Text } from '@yilian/domain/locale.ts'

import { fieldsOf } from './json.ts'

/** Something that the schema of OC4IDS does not allow, and where: a JSON pointer into the document. */
export interface Fault {
  readonly path: string
  readonly problem: Text
}

const DATE_TIME = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt ]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/
const ajv = new Ajv({
  // All faults of a project are told at once, as far as somebody reads them.
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  formats: { 'date-time': DATE_TIME, uri: /^[A-Za-z][A-Za-z0-9+.-]*:[^\s]+$/, email: /^[^@\s]+@[^@\s]+$/ },
})
const schemaOf = (name: string): Readonly<Record<string, unknown>> =>
  fieldsOf(JSON.parse(readFileSync(new URL(`${name}-schema.json`, import.meta.url), 'utf8')))
const validProject: ValidateFunction = ajv.compile(schemaOf('project'))
const PACKAGE = schemaOf('package')
// Its projects are judged one by one.
const validPackage: ValidateFunction = ajv.compile({
  ...PACKAGE,
  properties: { ...fieldsOf(PACKAGE['properties']), projects: { type: 'array', minItems: 1 } },
})

const MOST = 20

/** What is wrong with a project, at `path` in its package. */
export function faultsOfProject(project: unknown, path: string): Fault[] {
  return faultsOf(validProject, project, path)
}

/** What is wrong with a package apart from its projects. */
export function faultsOfPackage(document: unknown): Fault[] {
  return faultsOf(validPackage, document, '')
}

function faultsOf(valid: ValidateFunction, document: unknown, path: string): Fault[] {
  if (valid(document)) return []
  const faults = (valid.errors ?? []).map((error) => ({ path: `${path}${pathOf(error)}` || '/', problem: problemOf(error) }))
  return [...new Map(faults.map((one) => [`${one.path} ${one.problem.en}`, one])).values()].slice(0, MOST)
}

function pathOf({ keyword, instancePath, params }: ErrorObject): string {
  return keyword === 'required' ? `${instancePath}/${String(params['missingProperty'])}` : instancePath
}

const TYPES: Readonly<Record<string, Text>> = {
  string: { zh: '文本', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
}
const PROBLEMS: Readonly<Record<string, Text>> = {
  required: { zh: '缺少此项', en: 'is missing' },
  minLength: { zh: '不能为空', en: 'must not be empty' },
  minItems: { zh: '列表不能为空', en: 'must have an item' },
  minProperties: { zh: '不能为空', en: 'must not be empty' },
  uniqueItems: { zh: '有重复项', en: 'has an item twice' },
  pattern: { zh: '格式不符', en: 'does not have the right form' },
}
const FORMATS: Readonly<Record<string, Text>> = {
  'date-time': { zh: '应为日期时间，如 2020-07-31T00:00:00Z', en: 'should be a date and time as 2020-07-31T00:00:00Z' },
  uri: { zh: '应为网址（URI）', en: 'should be a URI' },
  email: { zh: '应为电子邮箱', en: 'should be an e-mail address' },
}
const OTHERWISE: Text = { zh: '不符合 OC4IDS 0.9.5', en: 'is not as OC4IDS 0.9.5 has it' }

function problemOf({ keyword, params }: ErrorObject): Text {
  if (keyword === 'type') {
    const types = [params['type']].flat().flatMap((one) => TYPES[String(one)] ?? [])
    return { zh: `应为${types.map(({ zh }) => zh).join('或')}`, en: `should be ${types.map(({ en }) => en).join(' or ')}` }
  }
  if (keyword === 'enum') {
    const allowed = (params['allowedValues'] as readonly unknown[]).map(String)
    return { zh: `应为 ${allowed.join('、')} 之一`, en: `should be one of ${allowed.join(', ')}` }
  }
  if (keyword === 'minimum') return { zh: `不能小于 ${params['limit']}`, en: `must be at least ${params['limit']}` }
  return PROBLEMS[keyword] ?? FORMATS[String(params['format'])] ?? OTHERWISE
}
