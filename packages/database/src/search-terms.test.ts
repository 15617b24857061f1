import { describe, expect, test } from 'vitest'

import { searchQuery, searchTerms } from './search-terms.ts'

/** As the database does it: some stored term begins with what was typed. */
const finds = (typed: string, names: string[], codes: string[] = []) => {
  const query = searchQuery(typed).replace(/\\(.)/g, '$1')
  return searchTerms(names, codes).some((term) => term.startsWith(query))
}

describe('search', () => {
  test.each([
    ['铜湾', '铜湾镇中心卫生院'],
    ['中心卫', '铜湾镇中心卫生院'],
    ['卫生院', '铜湾镇中心卫生院'],
    ['铜湾中心', '铜湾镇中心卫生院'],
    ['twzx', '铜湾镇中心卫生院'],
    ['twzzx', '铜湾镇中心卫生院'],
    ['zxwsy', '铜湾镇中心卫生院'],
    ['tongwan', '铜湾镇中心卫生院'],
    ['tongwanzhen', '铜湾镇中心卫生院'],
    ['tongwanzhongxin', '铜湾镇中心卫生院'],
    ['Tong Wan', '铜湾镇中心卫生院'],
    ['zhongxinweisheng', '铜湾镇中心卫生院'],
    ['ｔｗｚｘ', '铜湾镇中心卫生院'],
    ['中方人民医院', '中方县人民医院'],
    ['人民医院', '中方县人民医院'],
    ['zfrm', '中方县人民医院'],
    ['怀化第二', '怀化市第二人民医院'],
    ['蒿吉坪卫生院', '蒿吉坪瑶族乡卫生院'],
    ['三江人民', '三江侗族自治县人民医院'],
    ['郎步社区', '郎步街道社区卫生服务中心'],
    ['铜湾卫生室', '铜湾镇铜湾村卫生室'],
    ['中方铜湾中心', '中方县铜湾镇中心卫生院'],
    ['沧县高川', '沧县高川中心卫生院'],
    ['北京医院郎溪', '北京医院·郎溪县人民医院眼科医联体'],
    ['120', 'A区120急救中心'],
    ['aq120jj', 'A区120急救中心'],
    ["xi'an", '西安市第一医院'],
  ])('%s finds %s', (typed, name) => expect(finds(typed, [name])).toBe(true))

  test.each([
    ['tiepo', '铜湾镇中心卫生院'],
    ['湾镇铜', '铜湾镇中心卫生院'],
    ['ongwan', '铜湾镇中心卫生院'],
    ['沧高川', '沧县高川中心卫生院'],
    ['建平社卫', '建平镇社区卫生服务中心'],
    ['%', '铜湾镇中心卫生院'],
  ])('%s does not find %s', (typed, name) => expect(finds(typed, [name])).toBe(false))

  test.each([
    ['chongqing', '重庆市中医院'],
    ['changfeng', '长丰县人民医院'],
    ['xiamen', '厦门市第一医院'],
    ['luan', '六安市中医院'],
    ['bengbu', '蚌埠市中心血站'],
    ['zengjia', '铜湾镇曾家村卫生室'],
    ['qiuzhuang', '高川乡仇庄村卫生室'],
    ['shanxian', '单县中心医院'],
    ['laoting', '乐亭县医院'],
    ['guoyang', '涡阳县人民医院'],
    ['guoyang', '安徽省涡阳县人民医院'],
    ['lvhua', '绿化村卫生室'],
    ['lühua', '绿化村卫生室'],
  ])('%s finds %s, read as the place is', (typed, name) => expect(finds(typed, [name])).toBe(true))

  test('finds a subject by its aliases and by whole, end and number of its code', () => {
    const [names, codes] = [['湖南医药学院第一附属医院', '湖医附一医院'], ['431221-0016']]
    for (const typed of ['湖医附一', 'hyfy', '431221', '431221-0016', '0016', '16']) expect(finds(typed, names, codes), typed).toBe(true)
    expect(finds('2100', names, codes)).toBe(false)
  })

  test('finds every part of at least two characters of a name, its pinyin from any syllable, and its initials', () => {
    const name = '新发镇卫生院'
    const syllables = ['xin', 'fa', 'zhen', 'wei', 'sheng', 'yuan']
    for (let from = 0; from < syllables.length - 1; from++) {
      for (let to = from + 2; to <= syllables.length; to++) {
        expect(finds(name.slice(from, to), [name])).toBe(true)
        expect(finds(syllables.slice(from, to).join(''), [name])).toBe(true)
        expect(
          finds(
            syllables
              .slice(from, to)
              .map((one) => one[0])
              .join(''),
            [name],
          ),
        ).toBe(true)
      }
    }
  })

  test('stores about three terms a character, and not many more where places are dropped', () => {
    const counts = ['铜湾镇中心卫生院', '中方县人民医院', '湖南医药学院第一附属医院', '铜湾镇铜湾村卫生室'].map(
      (name) => searchTerms([name], ['431221-0016']).length,
    )
    expect(counts).toEqual([30, 27, 36, 39])
  })

  test('stores terms in lower case without marks, each once and none over forty characters', () => {
    const terms = searchTerms(['北京医院·郎溪县人民医院眼科医联体（试点）', 'A区120急救中心'], ['A-1'])
    expect(new Set(terms).size).toBe(terms.length)
    for (const term of terms) expect(term).toMatch(/^[\p{Script=Han}a-z0-9]{1,40}$/u)
  })

  test('looks for nothing when nothing is left of what was typed', () => {
    expect(['', '  ', '·-'].map(searchQuery)).toEqual(['', '', ''])
    expect(searchTerms(['', '·'], [''])).toEqual([])
  })

  test('takes wildcards as they are typed', () => {
    expect(searchQuery('50%\\_')).toBe('50\\%\\\\')
  })

  test('cuts a long query as it cuts the terms', () => {
    const name = '院'.repeat(60)
    expect(finds(name, [name])).toBe(true)
    expect(searchQuery(name)).toHaveLength(40)
  })
})
