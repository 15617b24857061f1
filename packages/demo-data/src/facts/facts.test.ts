import { describe, expect, test } from 'vitest'

import { allianceIssues, allianceStructureIssues } from '@yilian/domain/alliance.ts'
import { INSTITUTION_DEFAULTS, institutionCodeIssues, institutionIssues } from '@yilian/domain/institution.ts'
import { leadDisputeIssues } from '@yilian/domain/lead-dispute.ts'
import { mayLead } from '@yilian/domain/membership.ts'
import { policyDocumentIssues } from '@yilian/domain/policy-document.ts'
import { REGIONS } from '@yilian/domain/reference/regions.ts'

import { DEMONSTRATION } from '../load.ts'
import { GAOCHUAN, GAOCHUAN_VILLAGES_STATED } from './gaochuan.ts'
import { LANGXI } from './langxi.ts'
import { ZHONGFANG, ZHONGFANG_VILLAGE_CLINICS_STATED } from './zhongfang.ts'

const named = DEMONSTRATION.map((facts) => [facts.countyCode, facts] as const)
const clinicsOf = ({ institutions }: (typeof DEMONSTRATION)[number]) => institutions.filter(({ category }) => category === 'D600')
const units = (institutions: readonly { unitCount?: number }[]) => institutions.reduce((sum, { unitCount = 1 }) => sum + unitCount, 0)

describe.each(named)('the facts of %s', (_, facts) => {
  const institutions = new Map(facts.institutions.map((one) => [one.name, one]))

  test('are right by the rules of the domain', () => {
    for (const { code, parent, from, ...value } of facts.institutions) {
      expect(institutionIssues({ ...INSTITUTION_DEFAULTS, ...value }), value.name).toEqual([])
      expect(institutionCodeIssues(code)).toEqual([])
    }
    for (const document of facts.documents) expect(policyDocumentIssues(document)).toEqual([])
    for (const alliance of facts.alliances)
      expect(allianceIssues({ specialty: null, purpose: null, ...alliance }), alliance.name).toEqual([])
  })

  test('stand in regions that exist, under names and codes of their own', () => {
    const regions = new Set(REGIONS.map(({ code }) => code))
    for (const { name, regionCode } of facts.institutions) expect(regions.has(regionCode), name).toBe(true)
    expect(institutions.size).toBe(facts.institutions.length)
    const codes = [...facts.institutions, ...facts.alliances].map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('name only institutions and documents that are there', () => {
    const mentioned = [
      ...facts.institutions.flatMap(({ parent }) => parent ?? []),
      ...facts.alliances.flatMap(({ members = [], dispute }) => [
        ...members.map(({ institution }) => institution),
        ...(dispute ? [dispute.chosen, dispute.mandated] : []),
      ]),
    ]
    for (const name of mentioned) expect(institutions.has(name), name).toBe(true)
    for (const { document } of facts.alliances) if (document) expect(facts.documents.map(({ title }) => title)).toContain(document)
  })

  test('give every alliance that needs one a lead, a vacancy or a dispute, and no lead that may not', () => {
    for (const alliance of facts.alliances) {
      const period = { validFrom: alliance.from ?? facts.describedOn, validTo: null }
      const { members = [], vacancy, dispute, kind, name } = alliance
      for (const { institution, role } of members)
        if (role === 'LEAD') expect(mayLead(kind, institutions.get(institution)!.category), institution).toBe(true)
      expect(
        allianceStructureIssues({
          kind,
          name,
          life: [period],
          members: members.map(({ institution, role }) => ({ ...period, role, institutionId: institution, institutionName: institution })),
          vacancies: vacancy ? [period] : [],
          disputes: dispute ? [period] : [],
        }),
      ).toEqual([])
      if (dispute)
        expect(
          leadDisputeIssues({ ...dispute, chosenId: dispute.chosen, mandatedId: dispute.mandated, documentId: null, sourceNote: null }),
        ).toEqual([])
    }
  })

  test('say where each was read, and mark every assumed day', () => {
    const sourced = [
      ...facts.institutions,
      ...facts.alliances,
      ...facts.alliances.flatMap(({ members = [], unifiedManagement = [], services = [] }) => [
        ...members,
        ...unifiedManagement,
        ...services,
      ]),
    ]
    for (const { source } of sourced) expect(source).toMatch(/^报告 00[034] /)
    for (const { from, sourceNote, name } of facts.alliances) if (!from) expect(sourceNote, name).toContain('起始日')
  })
})

describe('village clinics', () => {
  test('of 中方县 are as many as its report counts, and of 高川乡 as many as it has villages', () => {
    expect(units(clinicsOf(ZHONGFANG))).toBe(ZHONGFANG_VILLAGE_CLINICS_STATED)
    expect(units(clinicsOf(GAOCHUAN))).toBe(GAOCHUAN_VILLAGES_STATED)
  })

  test('derived from the division codes are marked as such and named after town and village', () => {
    for (const clinic of [...clinicsOf(ZHONGFANG), ...clinicsOf(GAOCHUAN)]) {
      expect(clinic.name).toMatch(/^\p{Script=Han}+(镇|乡)\p{Script=Han}+村卫生室$/u)
      expect(clinic.name).not.toMatch(/委员会|村委会/)
      expect(clinic.sourceNote).toMatch(/区划代码.*推定/)
    }
  })

  test('of 郎溪县 stay one entry of fourteen, for nothing says how many there are', () => {
    expect(clinicsOf(LANGXI)).toMatchObject([{ unitCount: 14 }])
  })
})

test('people stay reduced to surnames', () => {
  expect(
    LANGXI.alliances.filter(({ kind }) => kind === 'EXPERT_STUDIO').map(({ name }) => name.replace(/(长三角)?名医工作室/, '')),
  ).toEqual(['江某', '杨某某', '王某', '张某某'])
})
