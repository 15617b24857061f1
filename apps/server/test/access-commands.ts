import { aPhoto } from './a-photo.ts'
import type { Side } from './access-world.ts'
import type { Made } from './make.ts'

const PHOTO = await aPhoto(160)

type Inputs = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>

/**
 * For every command an input that is right for this county from this day on, naming what whoever leads or led the alliance sees; `null`
 * where what it is about was not there yet. Nothing of it is ever recorded: each is tried.
 */
export function commandInputs(side: Side, on: string): Inputs {
  const { alliance, second, member, alone, former, lead, memberships, facts, document, countyCode, town } = side
  const day = { effectiveOn: on }
  const ofAlliance = { allianceId: alliance.id, baseVersion: alliance.version }
  const ofSecond = { allianceId: second.id, baseVersion: second.version }
  const ofMember = { institutionId: member.id, baseVersion: member.version }
  const ofAlone = { institutionId: alone.id, baseVersion: alone.version }
  const ofMembership = { membershipId: memberships.member.id, baseVersion: memberships.member.version }
  const attributes = { name: `新${side.mark}院`, category: 'C220', regionCode: town }
  const from = { validFrom: on }
  // The last of what was done to it: nothing can be done from an earlier day on.
  const later = on < '2023-06-01' ? '2023-06-01' : on
  const isThere = on > '2023-01-01'
  const flow = isThere ? { fromId: former.id, toId: lead.id } : { fromId: member.id, toId: former.id }
  const service = { kind: 'ECG', name: `新${side.mark}心电`, providerId: isThere ? lead.id : former.id, servesAll: true }
  return {
    createInstitution: { institution: attributes, ...day },
    reviseInstitution: { ...ofMember, institution: { ...attributes, name: member.name, beds: 30 }, ...day },
    renameInstitution: { ...ofAlone, name: `新${side.mark}名`, effectiveOn: later },
    regradeInstitution: { ...ofAlone, level: 'LEVEL_1', grade: 'A', ...day },
    closeInstitution: { ...ofAlone, effectiveOn: later },
    mergeInstitution: { ...ofAlone, intoId: member.id, effectiveOn: later },
    splitInstitution: { ...ofAlone, parts: [attributes], ...day },
    correctInstitution: { ...ofAlone, ...from, institution: attributes },
    createAlliance: { name: `新${side.mark}盟`, kind: 'SPECIALTY', countyCode, ...day },
    reviseAlliance: { ...ofAlliance, name: `新${side.mark}盟`, stage: 'PILOT', ...day },
    dissolveAlliance: { ...ofSecond, effectiveOn: later },
    correctAlliance: { ...ofSecond, stretches: [{ name: `新${side.mark}盟`, stage: 'PILOT', validFrom: '2017-01-01' }] },
    admitMember: { ...ofAlliance, institutionId: alone.id, role: 'MEMBER', ...day },
    withdrawMember: { ...ofMembership, effectiveOn: later },
    transferMember: { ...ofMembership, toAllianceId: second.id, effectiveOn: later },
    changeRole: { ...ofMembership, role: 'SUPPORTING', effectiveOn: later },
    changeLead: { ...ofAlliance, leadId: null, vacancyReason: '调整', ...day },
    correctMembership: { ...ofMembership, stretches: [{ role: 'MEMBER', validFrom: '2018-06-01' }] },
    openLeadDispute: { ...ofAlliance, chosenId: member.id, authority: '市卫健委', ...day },
    resolveLeadDispute: { leadDisputeId: facts.dispute.id, baseVersion: facts.dispute.version, effectiveOn: later },
    correctLeadDispute: { leadDisputeId: facts.dispute.id, baseVersion: facts.dispute.version, stretches: [] },
    correctLeadVacancy: {
      leadVacancyId: facts.vacancy.id,
      baseVersion: facts.vacancy.version,
      stretches: [{ reason: '待定', validFrom: '2018-01-01' }],
    },
    setUnifiedManagement: { allianceId: alliance.id, domains: ['FINANCE'], state: 'UNDER_WAY', ...day },
    correctUnifiedManagement: isThere
      ? {
          unifiedManagementId: facts.management.id,
          baseVersion: facts.management.version,
          stretches: [{ state: 'IN_FORCE', ...from }],
        }
      : null,
    openSharedService: { allianceId: alliance.id, ...service, ...day },
    reviseSharedService: isThere
      ? { sharedServiceId: facts.service.id, baseVersion: facts.service.version, ...service, effectiveOn: on }
      : null,
    closeSharedService: isThere ? { sharedServiceId: facts.service.id, baseVersion: facts.service.version, effectiveOn: on } : null,
    correctSharedService: isThere
      ? { sharedServiceId: facts.service.id, baseVersion: facts.service.version, stretches: [{ ...service, ...from }] }
      : null,
    recordReferrals: {
      allianceId: alliance.id,
      period: on.slice(0, 7),
      flows: [{ ...flow, direction: 'UP', count: 3 }],
    },
    recordMeeting: { allianceId: alliance.id, heldOn: on, title: `新${side.mark}会` },
    recordPolicyDocument: { documentId: document.id, baseVersion: document.version, title: `新${side.mark}文` },
    undoChange: { changeId: side.lastChange },
    ...projectInputs(side, on),
    ...staffInputs(side, on),
  }
}

function projectInputs(side: Side, on: string): Inputs {
  const { project, part, records, alert, mark, town } = side
  const said = { kind: 'NEW_BUILD', regionCode: town }
  const ofProject = { projectId: project.id }
  const onProject = { ...ofProject, baseVersion: project.version }
  const onPart = { projectId: part.id, baseVersion: part.version }
  const milestones = [{ stage: 'ACCEPTANCE', day: on }]
  const at = (field: string, one: Made) => ({ [field]: one.id, baseVersion: one.version })
  const line = { fundingSource: 'PROVINCIAL', planned: '200' }
  const receipt = { fundingLineId: records.line.id, receivedOn: on, amount: '10' }
  const payment = { fundingLineId: records.line.id, contractId: records.contract.id, paidOn: on, amount: '10' }
  const contract = { role: 'DESIGN', party: `新${mark}设计` }
  const approval = { stage: 'PROPOSAL', approvedOn: on }
  const problem = { text: `新${mark}缺电`, foundOn: on }
  return {
    createProject: { project: { ...said, name: `新${mark}楼` } },
    reviseProject: { ...onProject, project: { ...said, name: `新${mark}楼`, institutionIds: [side.member.id], partOfId: side.store.id } },
    recordStage: { ...onProject, stage: 'PIT', reason: '改建', effectiveOn: on },
    cancelProject: { ...onProject, reason: '不建', effectiveOn: on },
    correctStages: { ...onProject, stretches: [{ stage: 'START', validFrom: '2019-11-01' }] },
    suspendProject: { ...onPart, effectiveOn: on },
    resumeProject: { ...onProject, effectiveOn: on },
    correctSuspension: { suspensionId: records.suspension.id, baseVersion: project.version, withdraw: true },
    planProject: { ...onPart, milestones },
    replanProject: { ...onProject, milestones, reason: '变更' },
    forecastProject: { ...onProject, milestones },
    correctMilestones: { ...onProject, milestones: [{ stage: 'ACCEPTANCE', baselineOn: on }] },
    recordApproval: { ...ofProject, ...approval },
    correctApproval: { ...at('approvalId', records.approval), ...approval },
    recordFundingLine: { ...ofProject, ...line },
    correctFundingLine: { ...at('fundingLineId', records.line), ...line },
    planFundingYears: { ...at('fundingLineId', records.line), years: [{ year: Number(on.slice(0, 4)), amount: '50' }] },
    recordFundReceipt: { ...ofProject, ...receipt },
    correctFundReceipt: { ...at('fundReceiptId', records.receipt), ...receipt, amount: '90' },
    recordPayment: { ...ofProject, ...payment },
    correctPayment: { ...at('paymentId', records.payment), ...payment },
    recordContract: { ...ofProject, ...contract },
    correctContract: { ...at('contractId', records.contract), ...contract },
    recordProblem: { ...ofProject, ...problem },
    correctProblem: { ...at('problemId', records.problem), ...problem },
    resolveProblem: { ...at('problemId', records.problem), effectiveOn: on },
    withdrawProjectRecord: { ...at('recordId', records.problem), note: '误登' },
    saveProgressReport: { ...ofProject, month: on.slice(0, 7), wording: '施工' },
    addReportPhoto: { progressReportId: records.draft.id, file: PHOTO },
    captionReportPhoto: { ...at('photoId', records.photo), caption: '东侧' },
    removeReportPhoto: at('photoId', records.photo),
    submitProgressReport: at('progressReportId', records.draft),
    acceptProgressReport: at('progressReportId', records.submitted),
    returnProgressReport: { ...at('progressReportId', records.submitted), reason: '缺照片' },
    acknowledgeAlert: { ...ofProject, ...alert, reason: '已知悉' },
  }
}

function staffInputs(side: Side, on: string): Inputs {
  const { doctor, aide, retired, staff, member, alone, document, countyCode, mark } = side
  const day = { effectiveOn: on }
  const onPerson = (one: Made) => ({ personId: one.id, baseVersion: one.version, ...day })
  const at = (field: string, one: Made) => ({ [field]: one.id, baseVersion: one.version })
  const onAssignment = { appointmentId: staff.assignment.id, baseVersion: aide.version }
  const person = { name: `新${mark}医师`, profession: '21' }
  const post = { postClass: 'WORKER', title: `新${mark}岗`, count: 3 }
  const quota = { institutionId: member.id, postClass: 'TECHNICAL', ...day }
  const region = { regionCode: `${countyCode}000000` }
  const ofRegion = { ...region, institutionIds: [member.id] }
  const cohort = { programme: 'RESIDENCY', name: `新${mark}班`, institutionIds: [member.id] }
  return {
    hirePerson: { person, institutionId: member.id, ...day },
    revisePerson: { ...onPerson(doctor), person },
    correctPerson: { personId: doctor.id, baseVersion: doctor.version, person },
    removePersonalNumber: { personId: doctor.id, baseVersion: doctor.version, field: 'PHONE', note: '登记有误' },
    promotePerson: { ...onPerson(doctor), titleAppointed: 'INTERMEDIATE' },
    appointPerson: { ...onPerson(doctor), leadership: 'DIRECTOR' },
    addConcurrentPost: { ...onPerson(doctor), institutionId: alone.id },
    assignPerson: { ...onPerson(doctor), kind: 'POSTED_DOWN', institutionId: alone.id, plannedUntil: '2031-01-01' },
    extendAssignment: { ...onAssignment, ...day, plannedUntil: '2031-01-01' },
    endAssignment: { ...onAssignment, ...day },
    transferPerson: { ...onPerson(doctor), institutionId: alone.id },
    retirePerson: onPerson(doctor),
    leavePerson: { ...onPerson(aide), flowOut: '25' },
    rehirePerson: { ...onPerson(retired), institutionId: alone.id, rehired: true },
    correctAppointment: { ...onAssignment, stretches: [{ elsewhere: '市医院', plannedUntil: '2030-01-01', validFrom: '2019-06-01' }] },
    grantLicence: { personId: doctor.id, kind: 'NURSE', ...day },
    renewLicence: { ...at('licenceId', staff.licence), expiresOn: '2034-12-31', ...day },
    endLicence: { ...at('licenceId', staff.licence), ...day },
    correctLicence: { ...at('licenceId', staff.licence), withdraw: true },
    setQuota: { ...quota, count: 7, baseVersion: side.quotaVersion },
    setQuotaException: { ...quota, count: 1, reason: '急需', documentId: document.id, baseVersion: 0 },
    createQuotaPool: { ...region, name: `新${mark}池`, total: 3, ...day },
    setQuotaPool: { ...at('poolId', staff.pool), total: 12, ...day },
    lendQuota: { poolId: staff.pool.id, institutionId: alone.id, postClass: 'TECHNICAL', count: 1, ...day },
    returnQuota: { ...at('loanId', staff.loan), ...day },
    openPost: { institutionId: member.id, post, ...day },
    revisePost: { ...at('postId', staff.post), post, ...day },
    freezePost: { ...at('postId', staff.post), frozen: true, ...day },
    closePost: { ...at('postId', staff.post), ...day },
    recordCohort: { ...region, ...cohort },
    correctCohort: { ...at('cohortId', staff.cohort), ...cohort },
    setCohortMember: { cohortId: staff.cohort.id, personId: doctor.id, state: 'PLACED', ...day },
    recordRecruitmentDrive: { ...ofRegion, name: `新${mark}招聘` },
    correctRecruitmentDrive: { ...at('driveId', staff.drive), name: `新${mark}招聘`, institutionIds: [member.id] },
    recordMentorship: { ...region, mentorId: doctor.id, menteeId: aide.id, ...day },
    endMentorship: { ...at('mentorshipId', staff.mentorship), ...day },
    recordStaffCount: { ...ofRegion, what: `新${mark}乡医`, count: 3 },
    correctStaffCount: { ...at('staffCountId', staff.count), what: '乡村医生', count: 13, institutionIds: [member.id] },
    recordPopulation: { ...region, year: 2030, residents: 5, baseVersion: 0 },
  }
}
