import type { TestApi } from './api.ts'
import { makers, recorded, versionOf, type Made } from './make.ts'
import { buildProjects, type Projects } from './access-projects.ts'
import { buildStaff, type Staff } from './access-staff.ts'

/**
 * One county as the tests of access need it, everything of it under names of its own (`mark` in front): an alliance led by `former` until
 * 2022 and by `lead` from then on; `member` in it from 2019 on, `left` from 2019 until 2021; something of every kind that belongs to an
 * alliance, in force from 2019 on; and `alone`, which is in none. `lead` goes on in nothing and comes from nothing but `split`.
 */
export interface Side extends Projects, Staff {
  readonly mark: string
  readonly countyCode: string
  readonly town: string
  readonly former: Made
  readonly lead: Made
  readonly member: Made
  readonly left: Made
  readonly alone: Made
  readonly child: Made
  readonly alliance: Made
  /** A loose one, without a lead. */
  readonly second: Made
  readonly memberships: { readonly member: Made; readonly left: Made }
  readonly facts: Readonly<Record<'vacancy' | 'dispute' | 'management' | 'service' | 'meeting', Made>>
  readonly document: Made
  /** The id of the last change to `alone`, which nothing was done to since. */
  readonly lastChange: string
  /** What happened in the alliance until its lead changed, and since. */
  readonly days: { readonly before: string; readonly since: string }
}

const id = (type: string, uuid: string): string => Buffer.from(`${type}:${uuid}`).toString('base64')

/** Builds a county through the API of somebody who may everything. */
export async function buildSide(api: TestApi, mark: string, countyCode: string, town: string): Promise<Side> {
  const make = makers(api)
  const named = (name: string) => `${mark}${name}`
  const at = { regionCode: town }
  const inCounty = { regionCode: `${countyCode}000000` }

  /** A fact that a command makes: its id, and the version that the next command on it is based on. */
  async function fact(command: string, type: string, kind: string, input: Readonly<Record<string, unknown>>): Promise<Made> {
    const { number, effects } = await recorded(api, command, input)
    const uuid = effects.find((effect) => effect.fact === kind)!.factId
    return { id: id(type, uuid), uuid, version: number, name: '' }
  }

  const documentChange = await recorded(api, 'recordPolicyDocument', { title: named('文件'), number: `${mark}〔2019〕1号`, countyCode })
  const documentUuid = documentChange.effects[0]!.factId
  const document = { id: id('PolicyDocument', documentUuid), uuid: documentUuid, version: documentChange.number, name: named('文件') }
  const former = await make.hospital({ name: named('前任医院'), ...inCounty })
  const lead = await make.hospital({ name: named('现任医院'), ...inCounty })
  const alliance = await make.alliance({ name: named('医共体'), countyCode, leadId: former.id })
  const second = await make.alliance({ name: named('联盟'), countyCode, kind: 'SPECIALTY' })
  const cited = { documentId: document.id }
  const member = await make.membership({ alliance, institution: await make.institution({ name: named('成员院'), ...at }), ...cited })
  const left = await make.membership({
    alliance,
    institution: await make.institution({ name: named('退出院'), ...at }),
    until: '2021-01-01',
  })
  await recorded(api, 'changeLead', {
    allianceId: alliance.id,
    leadId: lead.id,
    formerLeadRole: 'MEMBER',
    baseVersion: await versionOf(api, alliance.id),
    effectiveOn: '2022-01-01',
  })
  const child = await make.institution({ name: named('卫生室'), category: 'D600', parentId: member.institution.id, ...at })
  const alone = await make.institution({ name: named('独立院'), equipment: [{ name: named('彩超'), count: 1 }], ...at })
  const of = { allianceId: alliance.id, effectiveOn: '2022-06-01' }
  const service = await fact('openSharedService', 'SharedService', 'SHARED_SERVICE', {
    ...of,
    kind: 'ECG',
    name: named('心电'),
    providerId: lead.id,
    recipientIds: [member.institution.id],
  })
  const management = await fact('setUnifiedManagement', 'UnifiedManagement', 'UNIFIED_MANAGEMENT', {
    ...of,
    domains: ['STAFF'],
    state: 'IN_FORCE',
  })
  await recorded(api, 'setUnifiedManagement', { ...of, institutionId: member.institution.id, domains: ['DRUG'], state: 'UNDER_WAY' })
  const meeting = await fact('recordMeeting', 'AllianceMeeting', 'ALLIANCE_MEETING', {
    allianceId: alliance.id,
    heldOn: '2023-03-01',
    title: named('例会'),
    attendeeIds: [member.institution.id],
  })
  const flows = [{ fromId: member.institution.id, toId: lead.id, direction: 'UP', count: 12 }]
  await recorded(api, 'recordReferrals', { allianceId: alliance.id, period: '2023-03', flows })
  const dispute = await fact('openLeadDispute', 'LeadDispute', 'LEAD_DISPUTE', {
    allianceId: second.id,
    chosenId: member.institution.id,
    mandatedId: lead.id,
    authority: named('卫健委'),
    baseVersion: await versionOf(api, second.id),
    effectiveOn: '2023-01-01',
  })
  const vacant = await make.alliance({ name: named('集团'), countyCode, kind: 'MEDICAL_GROUP', leadVacancyReason: named('筹建') })
  const { alliance: withVacancy } = await api.query('query ($id: ID!) { alliance(id: $id) { leadVacancies { id version } } }', {
    id: vacant.id,
  })
  const vacancyId = withVacancy.leadVacancies[0].id as string
  await recorded(api, 'splitInstitution', {
    institutionId: lead.id,
    parts: [{ name: named('分院'), category: 'A100', ...inCounty }],
    baseVersion: await versionOf(api, lead.id),
    effectiveOn: '2023-06-01',
  })
  const lastChange = await recorded(api, 'renameInstitution', {
    institutionId: alone.id,
    name: named('独立医院'),
    note: named('改名'),
    baseVersion: alone.version,
    effectiveOn: '2023-01-01',
  })
  const projects = await buildProjects(api, mark, town, { member: member.institution, alone })
  const staff = await buildStaff(api, mark, countyCode, { member: member.institution, child, document })
  const current = async (one: Made): Promise<Made> => ({ ...one, version: await versionOf(api, one.id) })
  return {
    mark,
    countyCode,
    town,
    former: await current(former),
    lead: await current(lead),
    member: await current(member.institution),
    left: await current(left.institution),
    alone: await current(alone),
    child: await current(child),
    alliance: await current(alliance),
    second: await current(second),
    memberships: { member: await current(member), left: await current(left) },
    facts: {
      service: await current(service),
      management: await current(management),
      meeting: await current(meeting),
      dispute: await current(dispute),
      vacancy: {
        id: vacancyId,
        uuid: Buffer.from(vacancyId, 'base64').toString().split(':')[1]!,
        version: withVacancy.leadVacancies[0].version,
        name: '',
      },
    },
    document: await current(document),
    lastChange: lastChange.id,
    ...projects,
    ...staff,
    days: { before: '2020-06-01', since: '2024-06-01' },
  }
}
