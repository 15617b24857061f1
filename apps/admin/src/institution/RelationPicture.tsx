import { useId, type KeyboardEvent, type ReactNode } from 'react'
import { FONT_FAMILY } from '../theme/theme.ts'
import styles from './RelationPicture.module.css'
import { baseline, BOX_LOOKS, LABEL_COLOR, LINK_COLOR } from './relation-look.ts'
import type { MapNode, PlacedMap, PlacedNode } from './relations.ts'

interface RelationPictureProps {
  readonly map: PlacedMap
  readonly label: string
  readonly onOpen: (node: MapNode) => void
}

/** The map of relations: one institution in the middle; boxes that open something are links for mouse and keyboard. */
export function RelationPicture({ map, label, onOpen }: RelationPictureProps): ReactNode {
  const arrow = useId()
  return (
    <svg
      role="group"
      aria-label={label}
      width={map.width}
      height={map.height}
      viewBox={`0 0 ${map.width} ${map.height}`}
      fontFamily={FONT_FAMILY}
      className={styles.svg}
    >
      <defs>
        <marker id={arrow} viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse">
          <path d="M0 0.5 L8 4 L0 7.5 Z" fill={LINK_COLOR} />
        </marker>
      </defs>
      {map.links.map(({ key, path }) => (
        <path key={key} d={path} fill="none" stroke={LINK_COLOR} strokeWidth={1.2} markerEnd={`url(#${arrow})`} />
      ))}
      {map.links.map(({ key, label: text, labelX, labelY }) => (
        <text
          key={key}
          x={labelX}
          y={labelY + 4}
          textAnchor="middle"
          fontSize={12}
          fill={LABEL_COLOR}
          stroke="#ffffff"
          strokeWidth={5}
          paintOrder="stroke"
        >
          {text}
        </text>
      ))}
      {map.nodes.map((node) => (
        <Box key={node.id} node={node} onOpen={onOpen} />
      ))}
    </svg>
  )
}

function Box({ node, onOpen }: { readonly node: PlacedNode; readonly onOpen: (node: MapNode) => void }): ReactNode {
  const { x, y, width, height, lines, name, detail, place, opens } = node
  const look = BOX_LOOKS[place]
  const all = lines.length + (detail ? 1 : 0)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    onOpen(node)
  }
  return (
    <g
      transform={`translate(${x} ${y})`}
      {...(opens === null
        ? {}
        : {
            role: 'link',
            tabIndex: 0,
            className: styles.open,
            onClick: () => onOpen(node),
            onKeyDown,
            'aria-label': [name, detail].filter(Boolean).join(', '),
          })}
    >
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx={4} fill={look.fill} stroke={look.edge} />
      <text textAnchor="middle" fontSize={13} fill={look.text} fontWeight={place === 'centre' ? 600 : 400}>
        {lines.map((line, index) => (
          <tspan key={line} x={0} y={baseline(index, all)}>
            {line}
          </tspan>
        ))}
        {detail && (
          <tspan x={0} y={baseline(all - 1, all)} fontSize={12} fill={look.detail}>
            {detail}
          </tspan>
        )}
      </text>
    </g>
  )
}
