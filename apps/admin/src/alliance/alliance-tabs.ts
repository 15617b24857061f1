/** The tabs of an alliance's page, as they stand in the address. */
export const ALLIANCE_TABS = [
  'structure',
  'members',
  'management',
  'lead',
  'services',
  'referrals',
  'meetings',
  'staff',
  'projects',
  'documents',
  'changes',
] as const
export type AllianceTab = (typeof ALLIANCE_TABS)[number]
