import { describe, expect, test } from 'vitest'

import { fundingLineIssues } from '@yilian/domain/construction/funding.ts'
import { milestoneIssues, planIssues, plannedOn } from '@yilian/domain/construction/milestone.ts'
import { PROJECT_DEFAULTS, projectIssues } from '@yilian/domain/construction/project.ts'
import { stageTimelineIssues, stageValueIssues } from '@yilian/domain/construction/stage-timeline.ts'
import { REGIONS } from '@yilian/domain/reference/regions.ts'

import { DEMONSTRATION } from '../load.ts'

const CITED = { documentId: null, source: null, sourceNote: null }
const regions = new Set(REGIONS.map(({ code }) => code))

describe.each(DEMONSTRATION.map((facts) => [facts.countyCode, facts] as const))('the projects of %s', (countyCode, facts) => {
  test('are right by the rules of the domain, and lie in regions that exist', () => {
    for (const project of facts.projects) {
      expect(
        projectIssues({ ...PROJECT_DEFAULTS, ...project, institutionIds: [], parentId: null, sourceNote: null }),
        project.name,
      ).toEqual([])
      expect(regions.has(project.regionCode), project.name).toBe(true)
      const stages = (project.stages ?? []).map((one) => ({
        ...CITED,
        unitsDone: null,
        reason: null,
        startKnown: one.from !== undefined,
        ...one,
        validFrom: one.from ?? facts.describedOn,
        validTo: null,
      }))
      expect(stageTimelineIssues(stages), project.name).toEqual([])
      for (const stage of stages) expect(stageValueIssues(stage, project.unitCount ?? 1), project.name).toEqual([])
      for (const line of project.funding ?? []) {
        const { share, planned = null, fundingSource } = line
        const value = { ...CITED, fundingSource, name: null, planned, shareGroup: share?.group ?? null, sharePart: share?.part ?? null }
        expect(fundingLineIssues(value), project.name).toEqual([])
      }
      const plan = (project.milestones ?? []).map((one) => ({ baselineOn: null, replannedOn: null, reason: null, ...one }))
      for (const one of plan) expect(milestoneIssues(one)).toEqual([])
      expect(planIssues(plan.map((one) => ({ stage: one.stage, day: plannedOn(one) })))).toEqual([])
    }
  })

  test('name institutions and wholes that are there, under codes of their own', () => {
    const institutions = new Set(facts.institutions.map(({ name }) => name))
    const codes = facts.projects.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const { code, institutions: named = [], partOf } of facts.projects) {
      expect(code).toMatch(new RegExp(`^${countyCode}-P\\d{3}$`))
      for (const name of named) expect(institutions.has(name), name).toBe(true)
      if (partOf) expect(codes.indexOf(partOf)).toBeLessThan(codes.indexOf(code))
    }
  })

  test('say where each was read, and never a stage where the report says none', () => {
    for (const { source, stages = [] } of facts.projects) {
      expect(source).toMatch(/^报告 00[034] /)
      for (const { stage, basis, wording } of stages) {
        expect(stage === null).toBe(basis === 'NOT_STATED')
        if (basis !== 'STATED') expect(wording).not.toBeNull()
      }
    }
  })
})
