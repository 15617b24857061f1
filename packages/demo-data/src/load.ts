import { actAs } from '@yilian/database/act-as.ts'
import { beginChange, finishChange, type Change } from '@yilian/database/changes.ts'
import { replaceRows } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { FactKind } from '@yilian/database/facts.ts'
import { loadReference } from '@yilian/database/reference.ts'
import { refreshSearch } from '@yilian/database/search.ts'
import { INSTITUTION_DEFAULTS } from '@yilian/domain/institution.ts'
import { exclusiveGroupOf } from '@yilian/domain/membership.ts'
import { countyCodeOf, UNKNOWN_START } from '@yilian/domain/region.ts'

import type { AllianceFact, ReportFacts } from './facts/fact.ts'
import { GAOCHUAN } from './facts/gaochuan.ts'
import { LANGXI } from './facts/langxi.ts'
import { ZHONGFANG } from './facts/zhongfang.ts'
import { STAFF_FACTS } from './facts/staff.ts'
import { loadProject } from './load-project.ts'
import { loadStaff, loadSyntheticStaff } from './load-staff.ts'
import { institutionIdOf, stableId } from './stable-id.ts'

/** The counties and towns of the demonstration, each from one published report. */
export const DEMONSTRATION: readonly ReportFacts[] = [ZHONGFANG, LANGXI, GAOCHUAN]

const ACTOR = { id: 'demonstration', name: '演示数据' }

/** Loads the demonstration, in one transaction of the owner, into a database without institutions; answers whether it did. */
export async function loadDemo(db: Db, log: (message: string) => void): Promise<boolean> {
  await loadReference(db)
  return db.transaction().execute(async (trx) => {
    await actAs(trx, { actor: ACTOR })
    if (await trx.selectFrom('institution').select('id').limit(1).executeTakeFirst()) return false
    for (const facts of DEMONSTRATION) {
      await loadReport(trx, facts)
      log(
        `${facts.countyCode}: ${facts.institutions.length} institutions, ${facts.alliances.length} alliances, ${facts.projects.length} projects`,
      )
    }
    for (const facts of STAFF_FACTS) await withinCounty(trx, countyCodeOf(facts.regionCode), (change) => loadStaff(trx, change, facts))
    await withinCounty(trx, '341821', async (change) => {
      log(`341821: ${await loadSyntheticStaff(trx, change)} people generated as sample data`)
    })
    return true
  })
}

async function loadReport(trx: Db, facts: ReportFacts): Promise<void> {
  await within(trx, facts, null, async (change) => {
    await loadDocuments(trx, change, facts)
    await loadInstitutions(trx, change, facts)
  })
  for (const alliance of facts.alliances) {
    await within(trx, facts, alliance, (change) => loadAlliance(trx, change, alliance, facts))
  }
  for (const project of facts.projects) await within(trx, facts, null, (change) => loadProject(trx, change, project, facts))
}

// One change for what a report says of institutions and one for each alliance and project, so that a history reads as one.
async function within(
  trx: Db,
  { countyCode, describedOn }: ReportFacts,
  alliance: AllianceFact | null,
  write: (change: Change) => Promise<void>,
) {
  const effectiveOn = alliance ? (alliance.from ?? describedOn) : null
  const documentId = alliance?.document ? documentIdOf(alliance.document) : null
  const change = await beginChange(trx, { command: 'loadDemonstration', actor: ACTOR, countyCode, effectiveOn, documentId })
  await write(change)
  await finishChange(trx, change)
}

// What a report says of staff, and what is generated, are one change each.
async function withinCounty(trx: Db, countyCode: string, write: (change: Change) => Promise<void>): Promise<void> {
  const change = await beginChange(trx, { command: 'loadDemonstration', actor: ACTOR, countyCode })
  await write(change)
  await finishChange(trx, change)
}

async function loadDocuments(trx: Db, change: Change, { documents }: ReportFacts): Promise<void> {
  if (documents.length === 0) return
  await trx
    .insertInto('policyDocument')
    .values(documents.map(({ title, countyCode }) => ({ id: documentIdOf(title), countyCode })))
    .execute()
  await insert(
    trx,
    change,
    'POLICY_DOCUMENT',
    documents.map((document) => ({ ...document, id: documentIdOf(document.title) })),
  )
}

async function loadInstitutions(trx: Db, change: Change, { institutions }: ReportFacts): Promise<void> {
  await trx
    .insertInto('institution')
    .values(institutions.map(({ name, code, regionCode }) => ({ id: institutionIdOf(name), code, countyCode: countyCodeOf(regionCode) })))
    .execute()
  const rows = institutions.map(({ parent, from, ...value }) => ({
    ...INSTITUTION_DEFAULTS,
    ...value,
    id: institutionIdOf(value.name),
    parentId: parent ? institutionIdOf(parent) : null,
    validFrom: from ?? UNKNOWN_START,
  }))
  await insert(trx, change, 'INSTITUTION', rows)
  await refreshSearch(
    trx,
    'INSTITUTION',
    rows.map(({ id }) => id),
  )
}

async function loadAlliance(trx: Db, change: Change, alliance: AllianceFact, { countyCode, describedOn }: ReportFacts): Promise<void> {
  const { code, kind } = alliance
  const allianceId = stableId(`alliance ${code}`)
  const own = (what: string) => ({ id: stableId(`${code} ${what}`), allianceId })
  const base = { documentId: alliance.document ? documentIdOf(alliance.document) : null, validFrom: alliance.from ?? describedOn }
  await trx.insertInto('alliance').values({ id: allianceId, code, countyCode, kind }).execute()
  await insert(trx, change, 'ALLIANCE', [{ ...base, ...alliance, id: allianceId }])
  const { members = [], vacancy, dispute, unifiedManagement = [], services = [] } = alliance
  const memberRows = members.map(({ institution, ...value }) => ({
    ...base,
    ...value,
    ...own(`member ${institution}`),
    institutionId: institutionIdOf(institution),
    exclusiveGroup: exclusiveGroupOf(kind, value.role),
  }))
  await insert(trx, change, 'MEMBERSHIP', memberRows)
  if (vacancy) await insert(trx, change, 'LEAD_VACANCY', [{ ...base, ...vacancy, ...own('vacancy') }])
  if (dispute) {
    const parties = { chosenId: institutionIdOf(dispute.chosen), mandatedId: institutionIdOf(dispute.mandated) }
    await insert(trx, change, 'LEAD_DISPUTE', [{ ...base, ...dispute, ...parties, ...own('dispute') }])
  }
  const domainRows = unifiedManagement.flatMap(({ domains, ...value }) =>
    domains.map((domain) => ({ ...base, ...value, ...own(domain), domain })),
  )
  await insert(trx, change, 'UNIFIED_MANAGEMENT', domainRows)
  const serviceRows = services.map((service) => ({
    ...base,
    ...service,
    ...own(`service ${service.name}`),
    recipientIds: [],
    servesAll: true,
  }))
  await insert(trx, change, 'SHARED_SERVICE', serviceRows)
  await refreshSearch(trx, 'ALLIANCE', [allianceId])
}

function insert(trx: Db, change: Change, fact: FactKind, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  return replaceRows(trx, change, fact, [], rows)
}

/** Ids by title: facts refer to each other so. */
function documentIdOf(title: string): string {
  return stableId(`document ${title}`)
}
