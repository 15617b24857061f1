export function DocumentListPage(): null { return null }
