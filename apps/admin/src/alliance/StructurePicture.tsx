import { useMemo, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from '@tanstack/react-router'
import { COLORS, FONT_FAMILY } from '../theme/theme.ts'
import { useWidth } from '../dated/useWidth.ts'
import { layoutStructure, type Clinic } from './structure-layout.ts'
import { EDGE, HEAD_TEXT, NODE_LOOKS } from './structure-look.ts'
import type { PictureNode } from './structure-node.ts'
import type { Mark } from './structure-marks.ts'
import type { Structure } from './structure.ts'
import styles from './StructurePicture.module.css'
import { wrapText } from './wrap-text.ts'

interface StructurePictureProps {
  readonly structure: Structure
  readonly label: string
  /** Village clinics of the unfolded members. */
  readonly clinics?: ReadonlyMap<string, readonly Clinic[]> | undefined
  readonly unfolded?: ReadonlySet<string> | undefined
  readonly onUnfold?: ((institutionId: string) => void) | undefined
  /** What a comparison says of the institutions. */
  readonly marks?: ReadonlyMap<string, Mark> | undefined
  readonly planned?: boolean | undefined
  /** Half the width: names alone. */
  readonly narrow?: boolean | undefined
}

/** The words of the picture in the reader's language, for the screen and for the exported file. */
export function usePictureWords() {
  const { t } = useTranslation('alliance')
  return useMemo(
    () => ({
      clinicsLabel: (count: number) => t('structure.clinics', { count }),
      vacancyLabel: t('structure.vacancy'),
      unknownLead: t('structure.unknown'),
      chosen: t('structure.chosen'),
      mandated: t('structure.mandated'),
    }),
    [t],
  )
}

const NONE: ReadonlyMap<string, readonly Clinic[]> = new Map()

/** The alliance on one day: supporting hospitals → lead → members → village clinics. Boxes move when the day changes. */
export function StructurePicture({
  structure,
  label,
  clinics = NONE,
  unfolded,
  onUnfold,
  marks,
  planned = false,
  narrow = false,
}: StructurePictureProps): ReactNode {
  const { t } = useTranslation('alliance')
  const words = usePictureWords()
  const { ref, width } = useWidth<HTMLDivElement>(960)
  const layout = useMemo(() => layoutStructure(structure, { width, clinics, narrow, ...words }), [structure, width, clinics, narrow, words])
  return (
    <div ref={ref} className={styles.frame}>
      <svg
        role="group"
        aria-label={label}
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        fontFamily={FONT_FAMILY}
        className={styles.svg}
      >
        {layout.columns.map(({ kind, x, width: columnWidth, count }) => (
          <text key={kind} x={x + columnWidth / 2} y={18} textAnchor="middle" fontSize={12} fill={HEAD_TEXT}>
            {t(`structure.columns.${kind}`)}
            {kind === 'lead' || kind === 'hub' || count === 0 ? '' : ` ${count}`}
          </text>
        ))}
        {layout.edges.map(({ key, path, open }) => (
          <path
            key={key}
            className={styles.edge}
            style={{ d: `path("${path}")` } as CSSProperties}
            d={path}
            fill="none"
            stroke={open ? EDGE.open : EDGE.settled}
            strokeWidth={1.25}
            strokeDasharray={open || planned ? '5 4' : undefined}
          />
        ))}
        {layout.nodes.map((node) => (
          <Box
            key={node.key}
            node={node}
            planned={planned}
            mark={node.institutionId === null ? undefined : marks?.get(node.institutionId)}
            unfolded={node.kind === 'clinics' && (unfolded?.has(node.institutionId ?? '') ?? false)}
            onUnfold={onUnfold}
          />
        ))}
      </svg>
    </div>
  )
}

const MARKS: Record<Mark, { readonly sign: string; readonly color: string }> = {
  added: { sign: '+', color: COLORS.green },
  ended: { sign: '−', color: COLORS.red },
  changed: { sign: '≠', color: COLORS.amber },
}

interface BoxProps {
  readonly node: PictureNode
  readonly planned: boolean
  readonly mark: Mark | undefined
  readonly unfolded: boolean
  readonly onUnfold: ((institutionId: string) => void) | undefined
}

function Box({ node, planned, mark, unfolded, onUnfold }: BoxProps): ReactNode {
  const { t } = useTranslation('alliance')
  const navigate = useNavigate()
  const { kind, label, institutionId, width, height } = node
  const look = NODE_LOOKS[kind]
  const detail = kind === 'chosen' ? t('structure.chosen') : kind === 'mandated' ? t('structure.mandated') : node.detail
  const folds = kind === 'clinics' && onUnfold !== undefined
  const act =
    institutionId === null
      ? undefined
      : folds
        ? () => onUnfold(institutionId)
        : kind === 'clinics'
          ? undefined
          : () => void navigate({ to: '/institutions/$id', params: { id: institutionId } })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    act?.()
  }
  if (kind === 'group')
    return (
      <rect
        x={node.x}
        y={node.y}
        width={width}
        height={height}
        rx={look.radius}
        fill={look.fill}
        stroke={look.stroke}
        strokeDasharray={planned ? '5 4' : undefined}
      />
    )
  const roomy = height >= 40
  const lines = wrapText(label, (width - 20) / 13, roomy && detail === '' ? 2 : 1)
  const spoken = [label, detail, mark && t(`comparison.change.${mark}`)].filter(Boolean).join(', ')
  return (
    <g
      className={act ? styles.act : styles.box}
      style={{ transform: `translate(${node.x}px, ${node.y}px)` }}
      {...(act
        ? { role: folds ? 'button' : 'link', tabIndex: 0, onClick: act, onKeyDown, 'aria-label': folds ? spokenFold() : spoken }
        : { role: 'img', 'aria-label': spoken })}
      {...(folds ? { 'aria-expanded': unfolded } : {})}
    >
      <title>{spoken}</title>
      <rect
        width={width}
        height={height}
        rx={look.radius}
        fill={look.fill}
        stroke={mark ? MARKS[mark].color : look.stroke}
        strokeWidth={mark ? 2 : 1}
        strokeDasharray={look.dashed || (planned && kind !== 'clinic') ? '5 4' : undefined}
      />
      <text
        textAnchor={kind === 'clinic' ? 'start' : 'middle'}
        fontSize={kind === 'clinics' || kind === 'clinic' ? 12 : 13}
        fontWeight={look.bold ? 600 : 400}
        fill={look.text}
      >
        {lines.map((line, index) => (
          <tspan
            key={index}
            x={kind === 'clinic' ? 0 : width / 2}
            y={textTop(height, lines.length + (roomy && detail ? 1 : 0)) + index * 17}
          >
            {kind === 'clinics' && index === 0 && folds ? `${unfolded ? '−' : '+'} ` : ''}
            {line}
          </tspan>
        ))}
        {roomy && detail && (
          <tspan x={width / 2} y={textTop(height, lines.length + 1) + lines.length * 17} fontSize={12} fontWeight={400} fill={look.detail}>
            {wrapText(detail, (width - 16) / 12, 1)[0]}
          </tspan>
        )}
      </text>
      {mark && (
        <g aria-hidden>
          <circle cx={width} cy={0} r={9} fill={MARKS[mark].color} />
          <text x={width} y={4} textAnchor="middle" fontSize={13} fontWeight={700} fill="#fff">
            {MARKS[mark].sign}
          </text>
        </g>
      )}
    </g>
  )

  function spokenFold(): string {
    return `${label}, ${t(unfolded ? 'structure.fold' : 'structure.unfold', { name: '' })}`
  }
}

/** The baseline of the first of `lines` lines of 17 pixels, centred in a box. */
function textTop(height: number, lines: number): number {
  return (height - lines * 17) / 2 + 13
}
