import { meetingTexts } from '../meeting/meeting.texts.ts'
import { referralTexts } from '../referral/referral.texts.ts'
import { serviceTexts } from '../shared-service/shared-service.texts.ts'
import { projectTexts } from '../construction-project/construction-project.texts.ts'
import { projectCommandTexts } from '../construction-project/project-commands.texts.ts'
import { disputeTexts } from '../lead-dispute/lead-dispute.texts.ts'
import { managementTexts } from '../unified-management/unified-management.texts.ts'
import { historyTexts } from '../history/history.texts.ts'
import { membershipTexts } from '../membership/membership.texts.ts'
import { allianceTexts } from '../alliance/alliance.texts.ts'
import { documentTexts } from '../document/document.texts.ts'
import { datedTexts } from '../dated/dated.texts.ts'
import { chartTexts } from '../chart/chart.texts.ts'
import { commandTexts } from '../command/command.texts.ts'
import { reportPhotoTexts } from '../report-photo/report-photo.texts.ts'
import { importTexts } from '../import/import.texts.ts'
import { institutionTexts } from '../institution/institution.texts.ts'
import { overviewTexts } from '../overview/overview.texts.ts'
import { regionTexts } from '../region/region.texts.ts'
import { shellTexts } from '../shell/shell.texts.ts'
import { tableTexts } from '../table/table.texts.ts'
import { accountTexts } from '../account/account.texts.ts'
import { apiTokenTexts } from '../api-token/api-token.texts.ts'
import { auditTexts } from '../audit/audit.texts.ts'
import { departmentTexts } from '../department/department.texts.ts'
import { policyTexts } from '../policy/policy.texts.ts'
import { roleGrantTexts } from '../role-grant/role-grant.texts.ts'
import { signInTexts } from '../sign-in/sign-in.texts.ts'
import { appointmentTexts } from '../appointment/appointment.texts.ts'
import { cohortTexts } from '../cohort/cohort.texts.ts'
import { headCountTexts } from '../head-count/head-count.texts.ts'
import { quotaTexts } from '../quota/quota.texts.ts'
import { staffListTexts } from '../staff-list/staff-list.texts.ts'
import { staffingCommandTexts } from '../staffing/staffing-commands.texts.ts'
import { staffingTexts } from '../staffing/staffing.texts.ts'
import { userTexts } from '../user/user.texts.ts'

/**
 * Every text of the admin by language and feature. A feature keeps its texts in `<feature>/<feature>.texts.ts` as
 * `{ zh, en }`, where `en` satisfies `Shape<typeof zh>`; one line here makes `useTranslation('<feature>')` know them.
 */
export const resources = {
  zh: {
    meeting: meetingTexts.zh,
    referral: referralTexts.zh,
    service: serviceTexts.zh,
    project: projectTexts.zh,
    projectCommand: projectCommandTexts.zh,
    dispute: disputeTexts.zh,
    management: managementTexts.zh,
    history: historyTexts.zh,
    membership: membershipTexts.zh,
    alliance: allianceTexts.zh,
    document: documentTexts.zh,
    dated: datedTexts.zh,
    chart: chartTexts.zh,
    command: commandTexts.zh,
    import: importTexts.zh,
    reportPhoto: reportPhotoTexts.zh,
    institution: institutionTexts.zh,
    overview: overviewTexts.zh,
    region: regionTexts.zh,
    shell: shellTexts.zh,
    table: tableTexts.zh,
    account: accountTexts.zh,
    apiToken: apiTokenTexts.zh,
    audit: auditTexts.zh,
    department: departmentTexts.zh,
    policy: policyTexts.zh,
    roleGrant: roleGrantTexts.zh,
    signIn: signInTexts.zh,
    user: userTexts.zh,
    staffing: staffingTexts.zh,
    staffingCommand: staffingCommandTexts.zh,
    appointment: appointmentTexts.zh,
    quota: quotaTexts.zh,
    cohort: cohortTexts.zh,
    headCount: headCountTexts.zh,
    staffList: staffListTexts.zh,
  },
  en: {
    meeting: meetingTexts.en,
    referral: referralTexts.en,
    service: serviceTexts.en,
    project: projectTexts.en,
    projectCommand: projectCommandTexts.en,
    dispute: disputeTexts.en,
    management: managementTexts.en,
    history: historyTexts.en,
    membership: membershipTexts.en,
    alliance: allianceTexts.en,
    document: documentTexts.en,
    dated: datedTexts.en,
    chart: chartTexts.en,
    command: commandTexts.en,
    import: importTexts.en,
    reportPhoto: reportPhotoTexts.en,
    institution: institutionTexts.en,
    overview: overviewTexts.en,
    region: regionTexts.en,
    shell: shellTexts.en,
    table: tableTexts.en,
    account: accountTexts.en,
    apiToken: apiTokenTexts.en,
    audit: auditTexts.en,
    department: departmentTexts.en,
    policy: policyTexts.en,
    roleGrant: roleGrantTexts.en,
    signIn: signInTexts.en,
    user: userTexts.en,
    staffing: staffingTexts.en,
    staffingCommand: staffingCommandTexts.en,
    appointment: appointmentTexts.en,
    quota: quotaTexts.en,
    cohort: cohortTexts.en,
    headCount: headCountTexts.en,
    staffList: staffListTexts.en,
  },
} as const
