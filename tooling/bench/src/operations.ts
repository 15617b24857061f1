/** The questions that every contestant answers. */
export type OperationName = 'alliances' | 'county' | 'institution'

interface Operation {
  readonly title: string
  /** What is looked for: a kind of alliance, a county, a code. */
  readonly key: string
  readonly yilian: string
  readonly postgraphile: string
}

const YILIAN_ALLIANCES = 'nodes { code name kind memberships { role validFrom institution { code name level region { code name } } } }'
const POSTGRAPHILE_ALLIANCES =
  'code name kind membershipsByAllianceIdList { role validFrom institutionByInstitutionId { code name level regionByRegionCode { code name } } }'

export const OPERATIONS: Readonly<Record<OperationName, Operation>> = {
  alliances: {
    title: '20 alliances of 20 counties → memberships → institution → region',
    key: 'SPECIALTY',
    yilian: `query alliances($key: AllianceKind!) { alliances(first: 20, filter: { kinds: [$key] }) { ${YILIAN_ALLIANCES} } }`,
    postgraphile: `query alliances($key: String!) { allAlliancesList(first: 20, condition: { kind: $key }, orderBy: [CODE_ASC]) { ${POSTGRAPHILE_ALLIANCES} } }`,
  },
  county: {
    title: 'all alliances of one county → memberships → institution → region',
    key: '990101',
    yilian: `query county($key: String!) { alliances(first: 20, filter: { countyCode: $key }) { ${YILIAN_ALLIANCES} } }`,
    postgraphile: `query county($key: String!) { allAlliancesList(first: 20, condition: { countyCode: $key }, orderBy: [CODE_ASC]) { ${POSTGRAPHILE_ALLIANCES} } }`,
  },
  institution: {
    title: 'one institution by its code',
    key: '990101-0003',
    yilian: 'query institution($key: String!) { institution(code: $key) { code name category level } }',
    postgraphile: 'query institution($key: String!) { institutionByCode(code: $key) { code name category level } }',
  },
}

/** The request for an operation, the same for every contestant but for the document. */
export function bodyOf(name: OperationName, document: string): string {
  return JSON.stringify({ query: document, operationName: name, variables: { key: OPERATIONS[name].key } })
}

const NAMES: Readonly<Record<string, string>> = {
  membershipsByAllianceIdList: 'memberships',
  institutionByInstitutionId: 'institution',
  institutionByCode: 'institution',
  regionByRegionCode: 'region',
  allAlliancesList: 'alliances',
}

/**
 * What an answer says, in one form: names as Yilian has them, connections as lists, lists in one order. Two answers that say the same
 * have the same text.
 */
export function meaningOf(data: unknown): string {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one) => JSON.stringify(plain(one))).toSorted()
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value)
    const [only] = entries
    if (entries.length === 1 && only && ['nodes', 'alliances', 'institution', 'allAlliancesList', 'institutionByCode'].includes(only[0]))
      return plain(only[1])
    return Object.fromEntries(
      entries.map(([key, one]) => [NAMES[key] ?? key, plain(one)] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    )
  }
  return JSON.stringify(plain(data))
}
