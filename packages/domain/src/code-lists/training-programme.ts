// Programmes by which people are trained for primary care: from memory.
import { defineCodeList, type CodeOf } from '../code-list.ts'

export const TRAINING_PROGRAMMES = defineCodeList({
  name: 'trainingProgramme',
  label: { zh: '培养项目', en: 'Training programme' },
  provenance: 'MEMORY',
  sources: [],
  items: {
    GP: { label: { zh: '全科医生培养', en: 'General practitioners' }, alsoWritten: ['全科医生', '全科'] },
    GP_TRANSFER: { label: { zh: '全科转岗培训', en: 'Transfer to general practice' }, alsoWritten: ['转岗培训', '全科转岗'] },
    ASSISTANT_GP: { label: { zh: '助理全科培训', en: 'Assistant general practitioners' }, alsoWritten: ['助理全科'] },
    ORIENTED: {
      label: { zh: '农村订单定向医学生', en: 'Rural order-oriented students' },
      alsoWritten: ['定向委培', '定向培养', '订单定向', '定向委托培养'],
    },
    SPECIAL_GP_POST: { label: { zh: '特岗全科医生', en: 'Special-post general practitioners' }, alsoWritten: ['特岗', '特岗医生'] },
    COLLEGE_VILLAGE: { label: { zh: '大学生乡村医生专项计划', en: 'College graduates as village doctors' }, alsoWritten: ['大学生村医'] },
    RESIDENCY: { label: { zh: '住院医师规范化培训', en: 'Standardised residency' }, alsoWritten: ['规培'] },
    COUNTY_MANAGED: { label: { zh: '县管乡用', en: 'Managed by the county, used in townships' } },
    TOWNSHIP_VILLAGE: { label: { zh: '乡聘村用', en: 'Hired by townships, used in villages' } },
    RURAL_ASSISTANT: { label: { zh: '乡村全科执业助理医师', en: 'Rural assistant general practitioners' } },
    LOCAL_VILLAGE: {
      label: { zh: '本土化乡村医生培养', en: 'Local village doctors' },
      alsoWritten: ['本土化培养', '本土化人才'],
      provenance: 'PRODUCT',
    },
    FURTHER_STUDY: { label: { zh: '进修', en: 'Further study' }, alsoWritten: ['进修学习'] },
    IN_SERVICE: { label: { zh: '在职教育', en: 'In-service education' }, alsoWritten: ['继续教育'], provenance: 'PRODUCT' },
    OTHER: { label: { zh: '其他培训', en: 'Other training' }, provenance: 'PRODUCT' },
  },
})
export type TrainingProgramme = CodeOf<typeof TRAINING_PROGRAMMES>
