import { COLORS, FONT_FAMILY } from '../theme/theme.ts'
import type { PictureLayout } from './structure-layout.ts'
import { EDGE, HEAD_TEXT, NODE_LOOKS } from './structure-look.ts'
import type { PictureNode } from './structure-node.ts'
import { wrapText } from './wrap-text.ts'

export interface PngWords {
  /** Drawn with broken lines, as on the screen. */
  readonly planned: boolean
  readonly title: string
  /** The day the picture shows, and what was known when: every picture prints it. */
  readonly subtitle: string
  readonly column: (kind: PictureLayout['columns'][number]['kind'], count: number) => string
  readonly detail: (node: PictureNode) => string
}

const TOP = 64
const SCALE = 2

/** Draws the same layout on a canvas, title and date above it. The page's fonts are used, so nothing shows as a box. */
export async function structurePng(
  { width, height, columns, nodes, edges }: PictureLayout,
  { planned, title, subtitle, column, detail }: PngWords,
): Promise<Blob> {
  await document.fonts.ready
  const canvas = document.createElement('canvas')
  canvas.width = width * SCALE
  canvas.height = (height + TOP) * SCALE
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser cannot draw pictures')
  pen.scale(SCALE, SCALE)
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, width, height + TOP)
  const write = (text: string, x: number, y: number, size: number, color: string, weight = 400, align: CanvasTextAlign = 'center') => {
    pen.font = `${weight} ${size}px ${FONT_FAMILY}`
    pen.fillStyle = color
    pen.textAlign = align
    pen.fillText(text, x, y)
  }
  write(title, 12, 28, 18, COLORS.text, 600, 'left')
  write(subtitle, 12, 50, 13, COLORS.secondary, 400, 'left')
  pen.translate(0, TOP)
  for (const { kind, x, width: columnWidth, count } of columns) write(column(kind, count), x + columnWidth / 2, 18, 12, HEAD_TEXT)
  for (const { path, open } of edges) {
    pen.setLineDash(open || planned ? [5, 4] : [])
    pen.strokeStyle = open ? EDGE.open : EDGE.settled
    pen.lineWidth = 1.25
    pen.stroke(new Path2D(path))
  }
  for (const node of nodes) {
    const look = NODE_LOOKS[node.kind]
    pen.save()
    pen.translate(node.x, node.y)
    const box = new Path2D()
    box.roundRect(0, 0, node.width, node.height, look.radius)
    pen.setLineDash(look.dashed || planned ? [5, 4] : [])
    if (look.fill !== 'none') {
      pen.fillStyle = look.fill
      pen.fill(box)
    }
    if (look.stroke !== 'none') {
      pen.lineWidth = 1
      pen.strokeStyle = look.stroke
      pen.stroke(box)
    }
    const small = node.kind === 'clinics' || node.kind === 'clinic'
    const second = node.height >= 40 ? detail(node) : ''
    const lines = wrapText(node.label, (node.width - 20) / 13, node.height >= 40 && second === '' ? 2 : 1)
    const top = (node.height - (lines.length + (second ? 1 : 0)) * 17) / 2 + 13
    const left = node.kind === 'clinic' ? 0 : node.width / 2
    lines.forEach((line, index) =>
      write(line, left, top + index * 17, small ? 12 : 13, look.text, look.bold ? 600 : 400, node.kind === 'clinic' ? 'left' : 'center'),
    )
    if (second) write(wrapText(second, (node.width - 16) / 12, 1)[0]!, left, top + lines.length * 17, 12, look.detail)
    pen.restore()
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be drawn'))), 'image/png'),
  )
}
