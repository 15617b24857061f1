import { graphql } from '../graphql/gql.ts'
import type { ProjectPageQuery } from '../graphql/graphql.ts'

/** Everything of one project but its changes. */
export const ProjectPageDocument = graphql(`
  query ProjectPage($id: ID!, $asOf: Date, $asKnownAt: Instant, $locale: Locale!) {
    project(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {
      ...ProjectHead
      ...ProjectProgress
      ...ProjectMoney
      ...ProjectReports
      contracts {
        id
        version
        role
        party
        number
        signedOn
        amount
        value
        startsOn
        endsOn
        changes {
          changedOn
          kind
          amount
          days
          reason
        }
        source
        sourceNote
      }
      documents {
        ...DocumentInList
      }
    }
  }
`)

export const ProjectHead = graphql(`
  fragment ProjectHead on ConstructionProject {
    id
    version
    code
    countyCode
    name
    nationalCode
    kind
    owner
    description
    unitCount
    area
    beds
    sets
    source
    sourceNote
    approvedInvestment
    approvedArea
    finalAccount
    region {
      code
      name
    }
    institutions {
      ...InstitutionChoice
    }
    parent {
      id
      name
    }
    parts(first: 1) {
      totalCount
    }
    stage {
      stage
      phase
      wording
      unitsDone
      startKnown
      validFrom
    }
    suspension {
      id
      suspendedOn
      cause
    }
    alerts {
      rule
      ruleText(locale: $locale)
      subject
      message(locale: $locale)
      acknowledgement {
        reason
        change {
          id
          recordedAt
          actor {
            id
            name
          }
        }
      }
    }
    approvals {
      id
      version
      stage
      number
      authority
      approvedOn
      investment
      area
      beds
      source
      sourceNote
      document {
        id
        number
        title
      }
    }
  }
`)

export const ProjectProgress = graphql(`
  fragment ProjectProgress on ConstructionProject {
    stages {
      stage
      phase
      wording
      basis
      startKnown
      unitsDone
      reason
      validFrom
      validTo
      recordedFrom
      recordedTo
      source
      sourceNote
    }
    suspensions {
      id
      suspendedOn
      resumedOn
      resumedBy
      observedOn
      cause
      responsibleParty
      detail
      validFrom
      validTo
      source
      sourceNote
    }
    milestones {
      id
      stage
      baselineOn
      replannedOn
      plannedOn
      forecastOn
      wording
      reason
      reached
      actualOn
      late
      lapsed
    }
    schedule {
      clock {
        actual
        planned
        suspended
        slipped
        uncertain
        duration
        remaining
        late
        lateSuspended
        lateSlipped
        completion
        assumption(locale: $locale)
      }
      missing {
        code
        message(locale: $locale)
      }
    }
    earnedValue {
      month
      plannedValue {
        ...EarnedFigure
      }
      earnedValue {
        ...EarnedFigure
      }
      actualCost {
        ...EarnedFigure
      }
      schedulePerformance
      costPerformance
    }
  }
`)

export const EarnedFigure = graphql(`
  fragment EarnedFigure on EarnedValueFigure {
    value
    missing {
      code
      message(locale: $locale)
    }
  }
`)

export const ProjectMoney = graphql(`
  fragment ProjectMoney on ConstructionProject {
    fundingLines {
      id
      version
      fundingSource
      name
      planned
      shareGroup
      sharePart
      source
      sourceNote
    }
    fundingYears {
      id
      fundingLineId
      year
      amount
    }
    fundReceipts {
      id
      version
      fundingLineId
      receivedOn
      dayKnown
      amount
      source
      sourceNote
    }
    payments {
      id
      version
      fundingLineId
      contractId
      paidOn
      dayKnown
      amount
      advance
      payee
      purpose
      source
      sourceNote
    }
    money {
      planned
      arrived
      paid
      completed
      owed
      arrivalRate
      linesWithoutAmount
      sources {
        source
        planned
        arrived
        paid
        owed
        arrivalRate
      }
      years {
        period
        planned
        arrived
        paid
        completed
      }
    }
  }
`)

export const ProjectReports = graphql(`
  fragment ProjectReports on ConstructionProject {
    progressReports {
      id
      version
      month
      state
      stage
      wording
      percent
      investmentMonth
      investmentToDate
      unitsDone
      workers
      safety
      nextSteps
      returnReason
      source
    }
    problems {
      id
      version
      text
      responsible
      foundOn
      dueOn
      resolvedOn
      resolution
      source
    }
    contradictions {
      month
      stated
      recomputed
    }
  }
`)

export type ProjectOnPage = NonNullable<ProjectPageQuery['project']>
export type ApprovalRow = ProjectOnPage['approvals'][number]
export type ContractRow = ProjectOnPage['contracts'][number]
export type FundingLineRow = ProjectOnPage['fundingLines'][number]
export type ReceiptRow = ProjectOnPage['fundReceipts'][number]
export type PaymentRow = ProjectOnPage['payments'][number]
export type ProblemRow = ProjectOnPage['problems'][number]
export type ReportRow = ProjectOnPage['progressReports'][number]
export type AlertRow = ProjectOnPage['alerts'][number]
export type SuspensionRow = ProjectOnPage['suspensions'][number]
export type MilestoneRow = ProjectOnPage['milestones'][number]
export type StageRow = ProjectOnPage['stages'][number]

export interface ProjectDialogProps {
  readonly project: ProjectOnPage
  readonly onClose: () => void
}
