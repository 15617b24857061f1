import { PHYSICIANS, type Profession } from '../../code-lists/profession.ts'
import type { LicenceKind } from '../terms.ts'

/** Who is a village's doctor by actual work: physicians, assistant physicians, village doctors. */
export const VILLAGE_DOCTORS: readonly Profession[] = [...PHYSICIANS, 'V1']

/** Licences by which a doctor is qualified to practise. A registration in general practice stands beside one of them. */
export const DOCTOR_LICENCES: readonly LicenceKind[] = ['PHYSICIAN', 'ASSISTANT_PHYSICIAN', 'VILLAGE_DOCTOR']
