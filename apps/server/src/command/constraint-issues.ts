import { issue, type Issue } from '@yilian/domain/issue.ts'

// What the domain says first and the database holds when two people act at once. A command is tried again before this is
// asked, so these are met only when a race goes on; the message then says what to do.
const CONSTRAINT_ISSUES: Readonly<Record<string, () => Issue>> = {
  institution_code: () => issue('code', 'TAKEN_MEANWHILE'),
  alliance_code: () => issue('code', 'TAKEN_MEANWHILE'),
  institution_credit_code: () => issue('creditCode', 'TAKEN_MEANWHILE'),
  policy_document_number: () => issue('number', 'TAKEN_MEANWHILE'),
  membership_once: () => issue('institutionId', 'TAKEN_MEANWHILE'),
  membership_exclusive: () => issue('institutionId', 'TAKEN_MEANWHILE'),
  membership_one_lead: () => issue('leadId', 'TAKEN_MEANWHILE'),
  lead_vacancy_once: () => issue('vacancyReason', 'TAKEN_MEANWHILE'),
  lead_dispute_once: () => issue('chosenId', 'TAKEN_MEANWHILE'),
  unified_management_once: () => issue('domains', 'TAKEN_MEANWHILE'),
  referral_flow_once: () => issue('flows', 'TAKEN_MEANWHILE'),
  construction_project_code: () => issue('code', 'TAKEN_MEANWHILE'),
  construction_project_national_code: () => issue('project.nationalCode', 'TAKEN_MEANWHILE'),
  project_stage_once: () => issue('', 'TAKEN_MEANWHILE'),
  project_suspension_once: () => issue('effectiveOn', 'TAKEN_MEANWHILE'),
  project_milestone_once: () => issue('milestones', 'TAKEN_MEANWHILE'),
  funding_year_once: () => issue('years', 'TAKEN_MEANWHILE'),
  report_photo_once: () => issue('file', 'TAKEN_MEANWHILE'),
  progress_report_once: () => issue('month', 'TAKEN_MEANWHILE'),
  alert_acknowledgement_once: () => issue('', 'TAKEN_MEANWHILE'),
  person_code: () => issue('code', 'TAKEN_MEANWHILE'),
  person_identity_number: () => issue('identityNumber', 'TAKEN_MEANWHILE'),
  appointment_primary: () => issue('effectiveOn', 'TAKEN_MEANWHILE'),
  appointment_posting: () => issue('effectiveOn', 'TAKEN_MEANWHILE'),
  establishment_quota_once: () => issue('postClass', 'TAKEN_MEANWHILE'),
  quota_exception_once: () => issue('postClass', 'TAKEN_MEANWHILE'),
  cohort_member_once: () => issue('personId', 'TAKEN_MEANWHILE'),
  region_population_once: () => issue('year', 'TAKEN_MEANWHILE'),
  institution_lineage_once: () => issue('', 'TAKEN_MEANWHILE'),
  user_account_username: () => issue('username', 'TAKEN_MEANWHILE'),
  user_account_phone: () => issue('phone', 'TAKEN_MEANWHILE'),
  user_account_identity_number: () => issue('identityNumber', 'TAKEN_MEANWHILE'),
  department_name: () => issue('name', 'TAKEN_MEANWHILE'),
  role_grant_once: () => issue('role', 'TAKEN_MEANWHILE'),
}

/** The name of the constraint an error names, if it is one of ours. */
export function constraintOf(error: unknown): string | undefined {
  const name = error instanceof Error && 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined
  return name !== undefined && Object.hasOwn(CONSTRAINT_ISSUES, name) ? name : undefined
}

/** The issue behind a broken constraint, the same that the domain gives; `null` for any other error. */
export function issuesOfConstraint(error: unknown): Issue[] | null {
  const name = constraintOf(error)
  return name === undefined ? null : [CONSTRAINT_ISSUES[name]!()]
}
