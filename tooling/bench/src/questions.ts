const MEMBERS =
  'memberships { role validFrom validTo institution { code name category level grade villageClinicCount region { code name } } }'
const STRETCHES = 'membershipTimeline { role validFrom validTo recordedFrom institution { code name category level } }'
const INSTITUTIONS = 'totalCount nodes { code name category level grade status beds region { name } }'

/** What is asked for: codes of the first synthetic county, of one of its towns, a township centre, and its second tight alliance. */
export const VARIABLES = {
  county: '990101',
  countyRegion: '990101000000',
  town: '990101100000',
  institution: '990101-0012',
  alliance: '990101-A02',
}

/** What is asked of one county, as the pages of the admin ask it. */
export const QUESTIONS: Readonly<Record<string, string>> = {
  'one institution by code': 'query ($institution: String!) { institution(code: $institution) { code name category level } }',
  'changes of the county':
    'query ($county: String!) { changes(countyCode: $county, first: 50) { nodes { summary correction effectiveOn actor { name } } } }',
  'picture of an alliance': `query ($alliance: String!) { alliance(code: $alliance) { name kind stage leadState ${MEMBERS} leadDisputes { authority validFrom chosen { name } mandated { name } } } }`,
  'membership timeline of an alliance': `query ($alliance: String!) { alliance(code: $alliance) { name ${STRETCHES} } }`,
  'profile of an institution':
    'query ($institution: String!) { institution(code: $institution) { name openedOn villageClinicCount parent { name } region { name parent { name parent { name } } } units { code name } lineage { kind from { name } to { name } } memberships { role alliance { name kind } } sharedServicesRun { name } sharedServicesReceived { name alliance { name } } leadDisputes { authority } timeline { name level grade status validFrom validTo } changes(first: 20) { nodes { summary } } } }',
  'difference of two days':
    'query ($county: String!) { allianceChanges(countyCode: $county, from: "2020-12-31", to: "2022-12-31") { alliance { name memberCount } differences { fact subject before after institution { name } } } }',
  'unified management, services, referrals':
    'query ($alliance: String!) { alliance(code: $alliance) { unifiedManagement { domain state institution { name } } sharedServices { kind name provider { name } recipients { name } } referralFlows(from: "2025-01", to: "2025-12") { period direction count from { name } to { name } } } }',
  'alliances with lead and members': `query ($county: String!) { alliances(filter: { countyCode: $county }) { totalCount nodes { code name kind leadState memberCount lead { institution { name } } ${MEMBERS} } } }`,
  'institutions by pinyin': `query ($county: String!) { institutions(filter: { countyCode: $county, search: "zwsy" }) { ${INSTITUTIONS} } }`,
  'institutions as known two years ago': `query ($county: String!) { institutions(filter: { countyCode: $county }, asOf: "2023-06-30", asKnownAt: "2023-11-22T00:00:00Z") { ${INSTITUTIONS} } }`,
  'institutions by name, downward': `query ($county: String!) { institutions(filter: { countyCode: $county }, orderBy: NAME, direction: DESC) { ${INSTITUTIONS} } }`,
  'institutions, a page with memberships': `query ($county: String!) { institutions(filter: { countyCode: $county }) { ${INSTITUTIONS.replace('beds', 'beds memberships { role alliance { name } }')} } }`,
  'institutions outside every alliance': `query ($county: String!) { institutions(filter: { countyCode: $county, inAlliance: false }) { ${INSTITUTIONS} } }`,
  'institutions of a town': `query ($town: String!) { institutions(filter: { regionCode: $town }) { ${INSTITUTIONS} } }`,
  'policy documents': 'query ($county: String!) { policyDocuments(countyCode: $county) { totalCount nodes { number title issuer } } }',
  'what a search finds':
    'query ($county: String!) { search(text: "zhongxin", countyCode: $county, first: 12) { ... on Institution { name code region { name } } ... on Alliance { name code } } }',
  'alliances without a lead or in dispute':
    'query ($county: String!) { alliances(filter: { countyCode: $county, leadStates: [VACANT, DISPUTED] }, asOf: "2023-03-01") { totalCount nodes { name leadState } } }',
  'counts by town':
    'query ($county: String!) { institutionCounts(filter: { countyCode: $county }, by: REGION) { label institutions units } }',
  'counts by category':
    'query ($county: String!) { institutionCounts(filter: { countyCode: $county }, by: CATEGORY) { label institutions units } }',
  'region with its towns and the number of institutions':
    'query ($countyRegion: String!) { region(code: $countyRegion) { name institutionCount children { code name institutionCount } } }',
}
