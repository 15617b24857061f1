import { INSTITUTION_FIELDS, type FieldInfo, type InstitutionField } from '@yilian/domain/institution-field.ts'
import type { Locale } from '@yilian/domain/locale.ts'

/** A field's label and unit in the language shown; no unit where the label is the unit already (“Beds”). */
export function fieldLabel(field: InstitutionField, locale: Locale): { readonly label: string; readonly unit: string | null } {
  const info: FieldInfo = INSTITUTION_FIELDS[field]
  const label = info.label[locale]
  const unit = info.unit?.[locale] ?? null
  return { label, unit: unit?.toLowerCase() === label.toLowerCase() ? null : unit }
}

/** Both in one: `床位数（张）`, `Beds`, `Site area (m²)`. */
export function fieldLabelText(field: InstitutionField, locale: Locale): string {
  const { label, unit } = fieldLabel(field, locale)
  if (unit === null) return label
  return locale === 'zh' ? `${label}（${unit}）` : `${label} (${unit})`
}
