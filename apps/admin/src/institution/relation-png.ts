import { COLORS, FONT_FAMILY } from '../theme/theme.ts'
import { baseline, BOX_LOOKS, LABEL_COLOR, LINK_COLOR } from './relation-look.ts'
import type { PlacedMap } from './relations.ts'

const TOP = 40
const SCALE = 2

/** The map as a picture file, the title with its date above it. Drawn with the page's fonts, so that nothing is a box. */
export async function relationPng({ nodes, links, width, height }: PlacedMap, title: string): Promise<Blob> {
  await document.fonts.ready
  const canvas = document.createElement('canvas')
  canvas.width = width * SCALE
  canvas.height = (height + TOP) * SCALE
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser cannot draw pictures')
  const write = (text: string, x: number, y: number, size: number, color: string, weight = 400) => {
    pen.font = `${weight} ${size}px ${FONT_FAMILY}`
    pen.fillStyle = color
    pen.fillText(text, x, y)
  }
  pen.scale(SCALE, SCALE)
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, width, height + TOP)
  write(title, 12, 26, 15, COLORS.text, 600)
  pen.translate(0, TOP)
  pen.textAlign = 'center'
  pen.strokeStyle = LINK_COLOR
  pen.lineWidth = 1.2
  for (const { path } of links) {
    pen.stroke(new Path2D(path))
    arrowHead(pen, path)
  }
  for (const { label, labelX, labelY } of links) {
    pen.font = `12px ${FONT_FAMILY}`
    const half = pen.measureText(label).width / 2 + 3
    pen.fillStyle = '#ffffff'
    pen.fillRect(labelX - half, labelY - 9, half * 2, 18)
    write(label, labelX, labelY + 4, 12, LABEL_COLOR)
  }
  for (const { x, y, width: boxWidth, height: boxHeight, place, lines, detail } of nodes) {
    const look = BOX_LOOKS[place]
    const box = new Path2D()
    box.roundRect(x - boxWidth / 2, y - boxHeight / 2, boxWidth, boxHeight, 4)
    pen.fillStyle = look.fill
    pen.fill(box)
    pen.strokeStyle = look.edge
    pen.stroke(box)
    const all = lines.length + (detail ? 1 : 0)
    lines.forEach((line, index) => write(line, x, y + baseline(index, all), 13, look.text, place === 'centre' ? 600 : 400))
    if (detail) write(detail, x, y + baseline(all - 1, all), 12, look.detail)
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be drawn'))), 'image/png'),
  )
}

/** The tip at the end of a path in right angles. */
function arrowHead(pen: CanvasRenderingContext2D, path: string): void {
  const points = path
    .slice(1)
    .split(' L')
    .map((pair) => pair.split(' ').map(Number))
  const [[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = []] = points.slice(-2)
  const angle = Math.atan2(y1 - y0, x1 - x0)
  pen.save()
  pen.translate(x1, y1)
  pen.rotate(angle)
  pen.beginPath()
  pen.moveTo(-8, -3.5)
  pen.lineTo(0, 0)
  pen.lineTo(-8, 3.5)
  pen.closePath()
  pen.fillStyle = LINK_COLOR
  pen.fill()
  pen.restore()
}
