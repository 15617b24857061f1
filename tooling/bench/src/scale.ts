import type { Database } from '@yilian/database/db.ts'
export async function measureScale(_one: Database, _many: Database, _counties: number): Promise<void> {}
