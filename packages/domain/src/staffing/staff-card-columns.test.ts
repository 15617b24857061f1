import { expect, test } from 'vitest'

import { recogniseHeaders } from '../file-columns.ts'
import { STAFF_CARD_COLUMNS } from './staff-card-columns.ts'

/** The columns of 卫生人力基本信息 as one copy of its export has them, in its order. */
const CARD = [
  '机构编码',
  '姓名',
  '身份证件种类',
  '身份证件号码',
  '出生日期',
  '性别代码',
  '民族代码',
  '参加工作日期',
  '办公室电话',
  '手机号码',
  '所在科室代码',
  '科室实际名称',
  '从事专业类别代码',
  '医师/卫生监督员执业证书编码',
  '医师执业类别代码',
  '医师执业范围代码',
  '是否多地点执业医师',
  '第2执业单位机构类别',
  '第3执业单位机构类别',
  '是否获住院医师规范化培训合格证书',
  '证书编码',
  '行政/业务管理职务代码',
  '专业技术资格(评)代码',
  '专业技术职务(聘)代码',
  '学历代码',
  '学位代码',
  '所学专业代码',
  '专业特长1',
  '专业特长2',
  '专业特长3',
  '年内人员流动情况',
  '调入/调出时间',
  '编制情况',
  '是否注册为全科医学专业',
  '全科医生培训合格证书情况',
  '是否由乡镇卫生院或社区派驻村卫生室工作',
  '是否从事统计信息化工作',
]

test('every column of the national staff card is read, in its order', () => {
  const fields = recogniseHeaders(STAFF_CARD_COLUMNS, CARD)
  expect(CARD.filter((_, at) => fields[at] === null)).toEqual([])
  expect(new Set(fields).size).toBe(CARD.length)
  expect(fields).toEqual(Object.keys(STAFF_CARD_COLUMNS).slice(0, CARD.length))
})

test('an institution is read from its code where a file has code and name', () => {
  expect(recogniseHeaders(STAFF_CARD_COLUMNS, ['机构编码', '机构名称', '姓名'])).toEqual(['institutionId', null, 'name'])
})
