import { ALLIANCE_KINDS, type AllianceKind } from '@yilian/domain/alliance-kind.ts'
import { codesOf } from '@yilian/domain/code-list.ts'
import { MANAGEMENT_DOMAINS } from '@yilian/domain/code-lists/management-domain.ts'
import { day } from '@yilian/domain/day.ts'

import { stableId } from '../stable-id.ts'
import { changeOn, admit, FIRST_YEAR, newHistory, START, YEARS, type Alliances, type History, type SyntheticAlliance } from './history.ts'
import { SYNTHETIC_SOURCE, syntheticInstitutions, type SyntheticInstitution, type SyntheticInstitutions } from './institutions.ts'
import { record, write, type Ledger } from './ledger.ts'
import { syntheticCountyCode, syntheticPlaces, type SyntheticRegion } from './places.ts'
import { seededRandom } from './random.ts'
import { recordReferrals } from './referrals.ts'
import { passYear } from './years.ts'

/** One synthetic county with ten years of history, ready to be written. */
export interface SyntheticCounty {
  readonly countyCode: string
  readonly regions: readonly SyntheticRegion[]
  readonly institutions: readonly SyntheticInstitution[]
  readonly alliances: readonly SyntheticAlliance[]
  readonly ledger: Ledger
}

/** The county with this number, the same for the same seed however many others are made. */
export function syntheticCounty(seed: number, number: number): SyntheticCounty {
  const countyCode = syntheticCountyCode(number)
  const random = seededRandom(`${seed} ${countyCode}`)
  const { countyName, regions } = syntheticPlaces(number)
  const institutions = syntheticInstitutions(countyName, regions, random)
  const alliances = alliancesOf(countyCode, countyName)
  const history = newHistory(countyCode, random)
  open(history, institutions, alliances)
  for (let year = FIRST_YEAR + 1; year <= FIRST_YEAR + YEARS; year++) passYear(history, institutions, alliances, year)
  recordReferrals(history, institutions, alliances, FIRST_YEAR + YEARS - 1)
  return {
    countyCode,
    regions,
    institutions: [...institutions.countyLevel, ...institutions.townships, ...institutions.clinics, institutions.support],
    alliances: [...alliances.tight, alliances.telemedicine, alliances.specialty, alliances.support],
    ledger: history.ledger,
  }
}

function alliancesOf(countyCode: string, countyName: string): Alliances {
  let number = 0
  const make = (kind: AllianceKind, name: string): SyntheticAlliance => {
    const code = `${countyCode}-A${String(++number).padStart(2, '0')}`
    return { id: stableId(`synthetic ${code}`), code, countyCode, kind, name: `${countyName}${name}` }
  }
  return {
    tight: ['第一', '第二', '第三'].map((ordinal) => make('COUNTY_TIGHT', `${ordinal}医共体`)),
    telemedicine: make('TELEMEDICINE', ALLIANCE_KINDS.TELEMEDICINE.label.zh),
    specialty: make('SPECIALTY', '儿科专科联盟'),
    support: make('COUNTERPART_SUPPORT', ALLIANCE_KINDS.COUNTERPART_SUPPORT.label.zh),
  }
}

/** The first of January of the first year: institutions, alliances, who belongs where, and nothing managed as one yet. */
function open(history: History, institutions: SyntheticInstitutions, alliances: Alliances): void {
  const { ledger, countyCode, random } = history
  const { countyLevel, townships, clinics, support } = institutions
  const documentId = stableId(`synthetic ${countyCode} document`)
  record(
    ledger,
    changeOn(history, 'recordPolicyDocument', START),
    'POLICY_DOCUMENT',
    documentId,
    {},
    {
      number: `${countyNumeral(countyCode)}卫发〔${FIRST_YEAR}〕1号`,
      title: '医共体建设实施方案（合成数据）',
      issuer: null,
      issuedOn: START,
      url: null,
      source: SYNTHETIC_SOURCE,
    },
  )
  const opening = changeOn(history, 'importInstitutions', START)
  for (const { id, value } of [...countyLevel, ...townships, ...clinics, support]) {
    write(ledger, opening, 'INSTITUTION', id, {}, [{ ...value, validFrom: day('2010-01-01'), validTo: null }])
  }
  const founding = changeOn(history, 'createAlliance', START, { documentId })
  const cited = { documentId, source: SYNTHETIC_SOURCE, sourceNote: null }
  const period = { validFrom: START, validTo: null }
  for (const { id, name, kind } of [...alliances.tight, alliances.telemedicine, alliances.specialty, alliances.support]) {
    write(ledger, founding, 'ALLIANCE', id, {}, [
      { name, stage: 'OPERATING', specialty: kind === 'SPECIALTY' ? '儿科' : null, purpose: null, ...cited, ...period },
    ])
  }
  const joining = changeOn(history, 'importMemberships', START, { documentId })
  alliances.tight.forEach((alliance, at) => admit(history, joining, alliance, countyLevel[at]!, START, 'LEAD'))
  for (const institution of countyLevel.slice(3)) admit(history, joining, alliances.tight[0]!, institution, START)
  const allianceOf = new Map(townships.map(({ id }, at) => [id, alliances.tight[at % 3]!]))
  for (const institution of townships) admit(history, joining, allianceOf.get(institution.id)!, institution, START)
  for (const institution of clinics) admit(history, joining, allianceOf.get(institution.value.parentId!)!, institution, START)
  for (const institution of [...townships, ...clinics])
    if (random.chance(0.5)) admit(history, joining, alliances.telemedicine, institution, START)
  admit(history, joining, alliances.specialty, countyLevel[0]!, START, 'LEAD')
  admit(history, joining, alliances.support, support, START, 'SUPPORTING')
  for (const institution of townships.filter(({ value }) => value.category === 'C210'))
    admit(history, joining, alliances.support, institution, START)
  for (const { id, code } of alliances.tight) {
    for (const domain of codesOf(MANAGEMENT_DOMAINS)) {
      const keys = { allianceId: id, institutionId: null, domain }
      write(ledger, founding, 'UNIFIED_MANAGEMENT', stableId(`synthetic ${code} ${domain}`), keys, [
        { state: 'NOT_STARTED', ...cited, ...period },
      ])
    }
  }
}

const NUMERALS = [...'零一二三四五六七八九']
/** The county's digits as Chinese numerals: a part of a document number may hold no digits. */
function countyNumeral(countyCode: string): string {
  return `测${Array.from(countyCode.slice(2), (digit) => NUMERALS[Number(digit)]).join('')}`
}
