import { codesOf } from '@yilian/domain/code-list.ts'
import { MANAGEMENT_DOMAINS } from '@yilian/domain/code-lists/management-domain.ts'
import { day, type IsoDate } from '@yilian/domain/day.ts'
import { changeFrom, endFrom } from '@yilian/domain/dated.ts'
import { exclusiveGroupOf } from '@yilian/domain/membership.ts'

import { stableId } from '../stable-id.ts'
import {
  admit,
  changeOn,
  isMember,
  membershipOf,
  revise,
  setMembership,
  withdraw,
  type Alliances,
  type History,
  type SyntheticAlliance,
} from './history.ts'
import { SYNTHETIC_SOURCE, type SyntheticInstitution, type SyntheticInstitutions } from './institutions.ts'
import { record, stretchesOf, write } from './ledger.ts'

interface Transfer {
  readonly institution: SyntheticInstitution
  readonly out: SyntheticAlliance
  readonly into: SyntheticAlliance
}

/** What happens on the first of January of a year, what that year brings besides, and what its July corrects. */
export function passYear(history: History, institutions: SyntheticInstitutions, alliances: Alliances, year: number): void {
  const { townships, clinics } = institutions
  const on = day(`${year}-01-01`)
  const { random } = history
  const transfers: Transfer[] = []
  for (const institution of [...townships, ...clinics]) {
    const into = random.pick(alliances.tight)
    const out = alliances.tight.find((alliance) => isMember(history, alliance, institution, on))
    if (!out) continue
    if (clinics.includes(institution) && random.chance(0.01)) {
      shut(history, institution, townships, alliances, on)
      continue
    }
    if (random.chance(0.55) && into !== out) transfers.push(transfer(history, { institution, out, into }, on))
    if (random.chance(0.1)) toggle(history, alliances.telemedicine, institution, on)
    if (random.chance(0.01)) rename(history, institution, on)
  }
  for (const institution of townships) {
    if (random.chance(0.15)) toggle(history, alliances.specialty, institution, on)
    if (random.chance(0.1)) regrade(history, institution, on)
  }
  for (const alliance of alliances.tight)
    for (const domain of codesOf(MANAGEMENT_DOMAINS)) if (random.chance(0.2)) advance(history, alliance, domain, on)
  if (year === 2018) openServices(history, institutions, alliances, on)
  if (year === 2021) changeLead(history, institutions, alliances, year)
  if (year === 2023) dispute(history, institutions, alliances, year)
  for (const one of transfers) if (random.chance(0.15)) correct(history, one, year)
}

function transfer(history: History, one: Transfer, on: IsoDate): Transfer {
  const change = changeOn(history, 'transferMember', on)
  withdraw(history, change, one.out, one.institution, on)
  admit(history, change, one.into, one.institution, on)
  return one
}

/** The transfer was on the first of March, as July finds out. */
function correct(history: History, { institution, out, into }: Transfer, year: number): void {
  const truly = day(`${year}-03-01`)
  const change = changeOn(history, 'correctMembership', truly, { correction: true, recordedOn: day(`${year}-07-10`) })
  const last = membershipOf(history, out, institution).at(-1)!
  setMembership(history, change, out, institution, [...membershipOf(history, out, institution).slice(0, -1), { ...last, validTo: truly }])
  setMembership(history, change, into, institution, [{ ...membershipOf(history, into, institution)[0]!, validFrom: truly }])
}

function toggle(history: History, alliance: SyntheticAlliance, institution: SyntheticInstitution, on: IsoDate): void {
  if (isMember(history, alliance, institution, on)) withdraw(history, changeOn(history, 'withdrawMember', on), alliance, institution, on)
  else admit(history, changeOn(history, 'admitMember', on), alliance, institution, on)
}

/** A clinic closes or goes into its township hospital; its memberships end with it. */
function shut(
  history: History,
  clinic: SyntheticInstitution,
  townships: readonly SyntheticInstitution[],
  alliances: Alliances,
  on: IsoDate,
): void {
  const merges = history.random.chance(0.5)
  const change = changeOn(history, merges ? 'mergeInstitution' : 'closeInstitution', on)
  for (const alliance of [...alliances.tight, alliances.telemedicine]) withdraw(history, change, alliance, clinic, on)
  revise(history, change, clinic, on, { status: merges ? 'MERGED' : 'CLOSED' })
  const into = townships.find(({ id }) => id === clinic.value.parentId)!
  if (merges)
    record(
      history.ledger,
      change,
      'INSTITUTION_LINEAGE',
      stableId(`synthetic ${clinic.code} merged`),
      { kind: 'MERGED_INTO', fromId: clinic.id, toId: into.id },
      { effectiveOn: on },
    )
}

function rename(history: History, institution: SyntheticInstitution, on: IsoDate): void {
  const before = stretchesOf(history.ledger, institution.id).at(-1)!
  if (before['status'] !== 'OPERATING' || String(before['name']).startsWith('新')) return
  revise(history, changeOn(history, 'renameInstitution', on), institution, on, {
    name: `新${String(before['name'])}`,
    aliases: [before['name']],
  })
}

function regrade(history: History, institution: SyntheticInstitution, on: IsoDate): void {
  revise(history, changeOn(history, 'regradeInstitution', on), institution, on, {
    grade: history.random.pick(['A', 'B', 'C']),
    targetLevel: 'LEVEL_2',
  })
}

function advance(history: History, { id, code }: SyntheticAlliance, domain: string, on: IsoDate): void {
  const factId = stableId(`synthetic ${code} ${domain}`)
  const stretches = stretchesOf(history.ledger, factId)
  const state = stretches.at(-1)!['state'] === 'NOT_STARTED' ? 'UNDER_WAY' : 'IN_FORCE'
  const keys = { allianceId: id, institutionId: null, domain }
  write(
    history.ledger,
    changeOn(history, 'setUnifiedManagement', on),
    'UNIFIED_MANAGEMENT',
    factId,
    keys,
    changeFrom(stretches, on, { state }),
  )
}

const SERVICES = [
  ['CENTRAL_PHARMACY', '中心药房'],
  ['IMAGING', '影像中心'],
  ['ECG', '心电中心'],
] as const

function openServices(history: History, { countyLevel }: SyntheticInstitutions, { tight }: Alliances, on: IsoDate): void {
  tight.forEach(({ id, code }, at) => {
    for (const [kind, name] of SERVICES) {
      const value = {
        kind,
        name,
        providerId: countyLevel[at]!.id,
        recipientIds: [],
        servesAll: true,
        planned: false,
        documentId: null,
        source: SYNTHETIC_SOURCE,
        sourceNote: null,
      }
      const change = changeOn(history, 'openSharedService', on)
      write(history.ledger, change, 'SHARED_SERVICE', stableId(`synthetic ${code} ${kind}`), { allianceId: id }, [
        { ...value, validFrom: on, validTo: null },
      ])
      change.subjects.add(countyLevel[at]!.id)
    }
  })
}

/** The first alliance loses its lead in January, is without one for two months, and gets another of its members in March. */
function changeLead(history: History, { countyLevel }: SyntheticInstitutions, { tight }: Alliances, year: number): void {
  const [alliance, former, next] = [tight[0]!, countyLevel[0]!, countyLevel[5]!]
  const [vacant, filled] = [day(`${year}-01-01`), day(`${year}-03-01`)]
  const vacancyId = stableId(`synthetic ${alliance.code} vacancy`)
  const keys = { allianceId: alliance.id }
  const leaving = changeOn(history, 'changeLead', vacant)
  setMembership(history, leaving, alliance, former, changeFrom(membershipOf(history, alliance, former), vacant, asRole(alliance, 'MEMBER')))
  const vacancy = { reason: '原牵头单位不再承担（合成数据）', documentId: null, source: SYNTHETIC_SOURCE, sourceNote: null }
  write(history.ledger, leaving, 'LEAD_VACANCY', vacancyId, keys, [{ ...vacancy, validFrom: vacant, validTo: null }])
  const coming = changeOn(history, 'changeLead', filled)
  write(history.ledger, coming, 'LEAD_VACANCY', vacancyId, keys, endFrom(stretchesOf(history.ledger, vacancyId), filled))
  setMembership(history, coming, alliance, next, changeFrom(membershipOf(history, alliance, next), filled, asRole(alliance, 'LEAD')))
}

function asRole({ kind }: SyntheticAlliance, role: 'LEAD' | 'MEMBER') {
  return { role, exclusiveGroup: exclusiveGroupOf(kind, role) }
}

/** A dispute about the lead of the second alliance, open for half a year. */
function dispute(history: History, { countyLevel, support }: SyntheticInstitutions, { tight }: Alliances, year: number): void {
  const alliance = tight[1]!
  const id = stableId(`synthetic ${alliance.code} dispute`)
  const parties = { chosenId: countyLevel[1]!.id, mandatedId: support.id, authority: '测试市卫生健康委员会', summary: null }
  const value = { ...parties, documentId: null, source: SYNTHETIC_SOURCE, sourceNote: null }
  const [from, to] = [day(`${year}-02-01`), day(`${year}-06-01`)]
  write(history.ledger, changeOn(history, 'openLeadDispute', from), 'LEAD_DISPUTE', id, { allianceId: alliance.id }, [
    { ...value, validFrom: from, validTo: null },
  ])
  write(
    history.ledger,
    changeOn(history, 'resolveLeadDispute', to),
    'LEAD_DISPUTE',
    id,
    { allianceId: alliance.id },
    endFrom(stretchesOf(history.ledger, id), to),
  )
}
