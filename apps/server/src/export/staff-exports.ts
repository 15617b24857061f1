import { appointmentsExport } from './appointments-export.ts'
import { defineExport, type AnyExport } from './define-export.ts'
import { headCountDifferencesExport } from './head-count-differences-export.ts'
import { headCountExclusionsExport } from './head-count-exclusions-export.ts'
import { headCountExport } from './head-count-export.ts'
import { leadershipOverlapsExport } from './leadership-overlaps-export.ts'
import { licencesExpiringExport } from './licences-expiring-export.ts'
import { postedPhysiciansExport } from './posted-physicians-export.ts'
import { postingsUnderWayExport } from './postings-under-way-export.ts'
import { postsExport } from './posts-export.ts'
import { quotaBoardExport } from './quota-board-export.ts'
import { retirementsExport } from './retirements-export.ts'
import { returnsDueExport } from './returns-due-export.ts'
import { cohortsExport, mentorshipsExport, recruitmentDrivesExport, staffCountsExport } from './training-exports.ts'
import { villagesWithoutDoctorExport } from './villages-without-doctor-export.ts'

/** The counts and lists of staff that can be had as a file, a part of `EXPORTS`. */
export const STAFF_EXPORTS: Readonly<Record<string, AnyExport>> = {
  headCount: defineExport('headCount', headCountExport),
  headCountDifferences: defineExport('headCountDifferences', headCountDifferencesExport),
  headCountExclusions: defineExport('headCountExclusions', headCountExclusionsExport),
  postedPhysicians: defineExport('postedPhysicians', postedPhysiciansExport),
  returnsDue: defineExport('returnsDue', returnsDueExport),
  licencesExpiring: defineExport('licencesExpiring', licencesExpiringExport),
  villagesWithoutDoctor: defineExport('villagesWithoutDoctor', villagesWithoutDoctorExport),
  leadershipOverlaps: defineExport('leadershipOverlaps', leadershipOverlapsExport),
  postingsUnderWay: defineExport('postingsUnderWay', postingsUnderWayExport),
  retirements: defineExport('retirements', retirementsExport),
  quotaBoard: defineExport('quotaBoard', quotaBoardExport),
  appointments: defineExport('appointments', appointmentsExport),
  posts: defineExport('posts', postsExport),
  cohorts: defineExport('cohorts', cohortsExport),
  recruitmentDrives: defineExport('recruitmentDrives', recruitmentDrivesExport),
  mentorships: defineExport('mentorships', mentorshipsExport),
  staffCounts: defineExport('staffCounts', staffCountsExport),
}
