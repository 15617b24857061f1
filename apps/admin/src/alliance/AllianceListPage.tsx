export function AllianceListPage(): null { return null }
