import { download } from '../alliance/download.ts'
import { COLORS, FONT_FAMILY } from '../theme/theme.ts'

const TOP = 40
const SCALE = 2

/** Saves a drawn picture as PNG, its title with the day above it. */
export async function savePicture(svg: SVGSVGElement, title: string): Promise<void> {
  const { width, height } = svg.viewBox.baseVal
  const copy = svg.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('font-family', FONT_FAMILY)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * SCALE
  canvas.height = (height + TOP) * SCALE
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser cannot draw pictures')
  pen.scale(SCALE, SCALE)
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, width, height + TOP)
  pen.font = `600 15px ${FONT_FAMILY}`
  pen.fillStyle = COLORS.text
  pen.fillText(title, 12, 26)
  pen.drawImage(image, 0, TOP, width, height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob) download(blob, `${title}.png`)
}
