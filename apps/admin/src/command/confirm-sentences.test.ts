import { createInstance } from 'i18next'
import { expect, test } from 'vitest'
import { resources } from '../i18n/resources.ts'

const say = createInstance()
await say.init({ lng: 'zh', resources: {}, interpolation: { escapeValue: false } })

const day = '2026-12-01'
const institution = '铜鼎镇卫生院'
const alliance = '铁坡片区医共体'
const SENTENCES: readonly (readonly [key: string, blanks: Record<string, string>, zh: string, en: string])[] = [
  [
    'membership:transfer.confirm',
    { day, institution, alliance },
    '自 2026-12-01 起将铜鼎镇卫生院调整到铁坡片区医共体',
    'Transfer 铜鼎镇卫生院 to 铁坡片区医共体 from 2026-12-01',
  ],
  [
    'membership:withdraw.confirm',
    { day, institution, alliance },
    '自 2026-12-01 起铜鼎镇卫生院退出铁坡片区医共体',
    'Withdraw 铜鼎镇卫生院 from 铁坡片区医共体 as of 2026-12-01',
  ],
  [
    'membership:changeLead.confirm',
    { day, institution, alliance },
    '自 2026-12-01 起由铜鼎镇卫生院牵头铁坡片区医共体',
    '铜鼎镇卫生院 leads 铁坡片区医共体 from 2026-12-01',
  ],
  [
    'membership:correct.confirmNever',
    { institution, alliance },
    '更正：铜鼎镇卫生院从未属于铁坡片区医共体',
    'Correct: 铜鼎镇卫生院 was never in 铁坡片区医共体',
  ],
  ['alliance:dissolve.confirm', { day, name: alliance }, '自 2026-12-01 起撤销铁坡片区医共体', 'Dissolve 铁坡片区医共体 from 2026-12-01'],
  [
    'dispute:resolveConfirm',
    { day, alliance },
    '自 2026-12-01 起铁坡片区医共体的牵头争议已解决',
    'The lead dispute in 铁坡片区医共体 is resolved from 2026-12-01',
  ],
]

test.each(SENTENCES)('%s says what will happen', (key, blanks, zh, en) => {
  const [space, path] = key.split(':')
  const filled = (texts: Texts) =>
    say.services.interpolator.interpolate(new Map(sentences(texts)).get(`${space}.${path}`) ?? '', blanks, 'zh', {})
  expect(filled(resources.zh)).toBe(zh)
  expect(filled(resources.en)).toBe(en)
})

type Texts = { readonly [key: string]: string | Texts }
function sentences(texts: Texts, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? /confirm/i.test(key)
        ? [[path + key, value] as [string, string]]
        : []
      : sentences(value, `${path}${key}.`),
  )
}

test('a sentence with an effective day says from when, in both languages', () => {
  const dated = (language: 'zh' | 'en') => sentences(resources[language]).filter(([, sentence]) => sentence.includes('{{day}}'))
  expect(dated('zh').length).toBeGreaterThan(10)
  expect(dated('zh').filter(([path, sentence]) => !sentence.startsWith('自 {{day}} 起') && !path.startsWith('meeting.'))).toEqual([])
  expect(dated('en').filter(([path, sentence]) => !/(from|From|as of) \{\{day\}\}/.test(sentence) && !path.startsWith('meeting.'))).toEqual(
    [],
  )
})
