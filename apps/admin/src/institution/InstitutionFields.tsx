import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { CodeList } from '@yilian/domain/code-list.ts'
import { AFFILIATIONS } from '@yilian/domain/code-lists/affiliation.ts'
import { ECONOMIC_TYPES } from '@yilian/domain/code-lists/economic-type.ts'
import { INSTITUTION_CATEGORIES } from '@yilian/domain/code-lists/institution-category.ts'
import { INSTITUTION_STATUSES } from '@yilian/domain/code-lists/institution-status.ts'
import { MANAGEMENT_CLASSES } from '@yilian/domain/code-lists/management-class.ts'
import { OWNERSHIPS } from '@yilian/domain/code-lists/ownership.ts'
import type { InstitutionField } from '@yilian/domain/institution-field.ts'
import { CommandField, type FieldControl } from '../command/CommandField.tsx'
import { InstitutionSelect } from '../fields/InstitutionSelect.tsx'
import { useChoices } from '../i18n/useChoices.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { RegionSelect } from '../region/RegionSelect.tsx'
import styles from './InstitutionFields.module.css'
import { LevelGradeSelect, TargetSelect } from './LevelGradeSelect.tsx'
import { fieldLabelText } from './field-label.ts'
import type { InstitutionDraft } from './institution-form.ts'

interface InstitutionFieldsProps {
  readonly draft: InstitutionDraft
  readonly set: (patch: Partial<InstitutionDraft>) => void
  /** Where the input stands in the command: `institution`, `parts.0`. */
  readonly prefix: string
  /** The day on which region and parent are looked up. */
  readonly asOf: IsoDate | null
  readonly countyCode: string | undefined
  /** A new institution may be given a code; one that exists keeps its own. */
  readonly withCode?: boolean
  /** Only what every institution has: for the parts of a split. */
  readonly brief?: boolean
}

/** Every field of an institution, in the domain's order, with the domain's labels and units. */
export function InstitutionFields({
  draft,
  set,
  prefix,
  asOf,
  countyCode,
  withCode = false,
  brief = false,
}: InstitutionFieldsProps): ReactNode {
  const { t } = useTranslation('institution')
  const locale = useLocale()
  const choices = useChoices()
  const field = (
    name: InstitutionField,
    render: (control: FieldControl) => ReactNode,
    options: { required?: boolean; wide?: boolean; help?: string; label?: string } = {},
  ) => (
    <div className={options.wide ? styles.wide : undefined}>
      <CommandField
        name={`${prefix}.${name}`}
        label={options.label ?? fieldLabelText(name, locale)}
        required={options.required ?? false}
        help={options.help}
      >
        {render}
      </CommandField>
    </div>
  )
  const code = <Code extends string>(
    name: InstitutionField,
    list: CodeList<Code>,
    value: Code | null,
    onChange: (code: Code | null) => void,
    options: { required?: boolean } = {},
  ) =>
    field(
      name,
      (control) => <CodeSelect control={control} options={choices(list)} value={value} onChange={onChange} clearable={!options.required} />,
      options,
    )
  const figure = (name: 'unitCount' | 'beds' | 'servedPopulation', min: number, options: { required?: boolean; help?: string } = {}) =>
    field(
      name,
      (control) => (
        <InputNumber<number>
          {...control}
          min={min}
          precision={0}
          value={draft[name]}
          onChange={(value) => set({ [name]: value })}
          style={{ width: '100%' }}
        />
      ),
      options,
    )
  const area = (name: 'siteArea' | 'buildingArea') =>
    field(name, (control) => (
      <InputNumber<string>
        {...control}
        stringMode
        min="0"
        value={draft[name]}
        onChange={(value) => set({ [name]: value === null ? null : String(value) })}
        style={{ width: '100%' }}
      />
    ))
  return (
    <div className={styles.grid}>
      {field(
        'name',
        (control) => (
          <Input {...control} value={draft.name} onChange={({ target }) => set({ name: target.value })} />
        ),
        { required: true, wide: true },
      )}
      {field(
        'aliases',
        (control) => (
          <Select
            {...control}
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={['、', ',', '，', ';', '；']}
            value={[...draft.aliases]}
            onChange={(aliases: string[]) => set({ aliases })}
            style={{ width: '100%' }}
          />
        ),
        { wide: true, help: t('form.aliases') },
      )}
      {code('category', INSTITUTION_CATEGORIES, draft.category, (category) => set({ category }), { required: true })}
      {field(
        'regionCode',
        (control) => (
          <RegionSelect
            control={control}
            value={draft.regionCode}
            onChange={(regionCode) => set({ regionCode })}
            placeholder={t('form.chooseRegion')}
          />
        ),
        { required: true },
      )}
      {withCode &&
        field('code', (control) => (
          <Input
            {...control}
            value={draft.code}
            onChange={({ target }) => set({ code: target.value })}
            placeholder={t('form.codeAutomatic')}
          />
        ))}
      {field(
        'level',
        (control) => (
          <LevelGradeSelect control={control} level={draft.level} grade={draft.grade} onChange={set} />
        ),
        { required: true, label: t('facts.level') },
      )}
      {code('status', INSTITUTION_STATUSES, draft.status, (status) => status && set({ status }), { required: true })}
      {field(
        'parentId',
        (control) => (
          <InstitutionSelect
            control={control}
            value={draft.parent}
            onChange={(parent) => set({ parent })}
            asOf={asOf}
            filter={{ countyCode: countyCode ?? null }}
            allowClear
          />
        ),
        { wide: brief },
      )}
      {!brief && (
        <>
          {field(
            'targetLevel',
            (control) => (
              <TargetSelect control={control} level={draft.targetLevel} grade={draft.targetGrade} onChange={set} />
            ),
            { label: t('target') },
          )}
          {code('ownership', OWNERSHIPS, draft.ownership, (ownership) => set({ ownership }))}
          {code('affiliation', AFFILIATIONS, draft.affiliation, (affiliation) => set({ affiliation }))}
          {code('economicType', ECONOMIC_TYPES, draft.economicType, (economicType) => set({ economicType }))}
          {code('managementClass', MANAGEMENT_CLASSES, draft.managementClass, (managementClass) => set({ managementClass }))}
          {field('creditCode', (control) => (
            <Input {...control} maxLength={18} value={draft.creditCode} onChange={({ target }) => set({ creditCode: target.value })} />
          ))}
          {figure('unitCount', 1, { required: true, help: t('form.unitCount') })}
          {figure('beds', 0)}
          {figure('servedPopulation', 0)}
          {area('siteArea')}
          {area('buildingArea')}
          {field(
            'address',
            (control) => (
              <Input {...control} value={draft.address} onChange={({ target }) => set({ address: target.value })} />
            ),
            { wide: true },
          )}
          {field(
            'equipment',
            (control) => (
              <EquipmentRows control={control} value={draft.equipment} onChange={(equipment) => set({ equipment })} />
            ),
            { wide: true },
          )}
        </>
      )}
    </div>
  )
}

interface CodeSelectProps<Code extends string> {
  readonly control: FieldControl
  readonly options: readonly { readonly value: Code; readonly label: string }[]
  readonly value: Code | null
  readonly onChange: (code: Code | null) => void
  readonly clearable: boolean
}

function CodeSelect<Code extends string>({ control, options, value, onChange, clearable }: CodeSelectProps<Code>): ReactNode {
  return (
    <Select<Code>
      {...control}
      style={{ width: '100%' }}
      allowClear={clearable}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={240}
      options={[...options]}
      {...(value === null ? {} : { value })}
      onChange={(next: Code | undefined) => onChange(next ?? null)}
    />
  )
}

interface EquipmentRowsProps {
  readonly control: FieldControl
  readonly value: InstitutionDraft['equipment']
  readonly onChange: (value: InstitutionDraft['equipment']) => void
}

function EquipmentRows({ control, value, onChange }: EquipmentRowsProps): ReactNode {
  const { t } = useTranslation('institution')
  const change = (at: number, patch: Partial<InstitutionDraft['equipment'][number]>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...patch } : one)))
  return (
    <div>
      {value.map((one, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows have no identity of their own
        <div key={at} className={styles.equipment}>
          <Input
            aria-label={t('form.equipmentName', { row: at + 1 })}
            value={one.name}
            onChange={({ target }) => change(at, { name: target.value })}
          />
          <InputNumber<number>
            aria-label={t('form.equipmentCount', { row: at + 1 })}
            min={1}
            precision={0}
            value={one.count}
            onChange={(count) => change(at, { count })}
            suffix={t('form.pieces')}
            style={{ width: 110 }}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('form.equipmentRemove', { row: at + 1 })}
            onClick={() => onChange(value.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <Button
        id={control.id}
        type="dashed"
        size="small"
        icon={<PlusOutlined />}
        onClick={() => onChange([...value, { name: '', count: 1 }])}
      >
        {t('form.equipmentAdd')}
      </Button>
    </div>
  )
}
