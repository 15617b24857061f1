// How somebody is employed. Four kinds and the rehired were read in copies of national lists; the rest is from memory.
import { defineCodeList, type CodeListItem, type CodeOf } from '../code-list.ts'
import { SOURCES } from './sources.ts'

/** A kind of employment and whether it takes a place of the establishment. */
export interface EstablishmentTypeItem extends CodeListItem {
  /** Counted against the quota of the institution. */
  readonly takesQuota: boolean
}

const checked = { provenance: 'VERIFIED', sources: [SOURCES.ESTABLISHMENT] } as const
const type = (takesQuota: boolean, zh: string, en: string, ...alsoWritten: string[]): EstablishmentTypeItem => ({
  label: { zh, en },
  takesQuota,
  alsoWritten,
})

export const ESTABLISHMENT_TYPES = defineCodeList({
  name: 'establishmentType',
  label: { zh: '编制情况', en: 'Establishment' },
  provenance: 'MEMORY',
  sources: [],
  items: {
    IN_POST: { ...type(true, '在编', 'Permanent establishment', '编制内', '编内', '事业编'), ...checked },
    FILING: type(true, '备案制', 'On file', '员额', '备案管理', '备案'),
    CONTRACT: { ...type(false, '编外合同制', 'Contract, outside the establishment', '合同制', '合同', '编外', '聘用'), ...checked },
    DISPATCH: { ...type(false, '劳务派遣', 'Labour dispatch', '派遣'), ...checked },
    CIVIL_LIKE: { ...type(false, '参公管理', 'Managed as civil servant', '参公'), ...checked },
    REHIRED: { ...type(false, '返聘', 'Rehired retiree', '退休返聘'), provenance: 'VERIFIED', sources: [SOURCES.STAFF_CARD] },
    TEMPORARY: type(false, '临时聘用', 'Temporary', '临时', '临聘'),
    VILLAGE: type(false, '乡村医生（乡聘村用）', 'Village doctor hired by the township', '乡聘村用', '村医'),
  },
})
export type EstablishmentType = CodeOf<typeof ESTABLISHMENT_TYPES>
