export function AlliancePage(): null { return null }
