import type { Db } from '@yilian/database/db.ts'

import { LOCAL_OPERATOR } from '../src/access/identify.ts'
import { insertImportRun, updateImportRun } from '../src/import/import-run.queries.ts'
import { buildSide, type Side } from './access-world.ts'
import type { TestApi } from './api.ts'

const RUNS = { 甲: '01900000-0000-7000-8000-000000000001', 乙: '01900000-0000-7000-8000-000000000002' } as const

const NAMES_OF_A_COUNTY =
  '前任医院 现任医院 成员院 退出院 卫生室 独立院 独立医院 分院 医共体 联盟 集团 文件 心电 例会 卫健委 筹建 改名 导入 门诊楼 裙楼 库房 打桩 封顶 监理 成员医师 村医 退休员 内科岗 周转池 定向班'

/** What is named in each of the two, after the mark of the county. */
export const NAMES = NAMES_OF_A_COUNTY.split(' ')

/** The names of a county that stand anywhere in an answer. */
export function namesIn(answer: unknown, { mark }: Side): string[] {
  const text = JSON.stringify(answer)
  return NAMES.filter((name) => text.includes(`${mark}${name}`))
}

/** The id of the import of a county. */
export function importOf({ mark }: Side): string {
  return Buffer.from(`ImportRun:${RUNS[mark as keyof typeof RUNS]}`).toString('base64')
}

/** Two counties alike, that of the askers and another, each with an import that is done. */
export async function twoCounties(db: Db, api: TestApi): Promise<[own: Side, other: Side]> {
  const own = await buildSide(api, '甲', '431221', '431221104000')
  const other = await buildSide(api, '乙', '341821', '341821000000')
  for (const side of [own, other]) {
    const id = RUNS[side.mark as keyof typeof RUNS]
    const run = { kind: 'INSTITUTIONS', countyCode: side.countyCode, fileName: `${side.mark}导入.xlsx`, requestId: 'test' } as const
    await insertImportRun(db, { id, ...run, actor: LOCAL_OPERATOR.actor })
    const done = { state: 'DONE', columns: [{ header: '机构', field: null, sample: null }], finished: true } as const
    await updateImportRun(db, id, ['READING'], done, { actor: LOCAL_OPERATOR.actor, requestId: 'test' })
    await db
      .insertInto('importRow')
      .values({
        runId: id,
        rowNumber: 1,
        cells: [`${side.mark}导入`],
        state: 'WRONG',
        issues: JSON.stringify([{ path: '', code: 'REQUIRED', params: {} }]),
      })
      .execute()
  }
  return [own, other]
}
