import { HEAD, institutionNode, type PictureNode } from './structure-node.ts'
import type { PictureInstitution } from './structure.ts'

const PAD = 10
const GAP = 8

/**
 * Many members as a grid in one frame, in as many columns as fit, read down the columns. Village clinics stand as a
 * figure in each box. Coordinates are relative to the frame's left edge.
 */
export function layoutGroup(
  members: readonly PictureInstitution[],
  width: number,
  narrow: boolean,
  clinicsLabel: (count: number) => string,
): { readonly width: number; readonly nodes: readonly PictureNode[] } {
  const box = narrow ? { width: 118, height: 40 } : { width: 184, height: 42 }
  const fit = Math.max(1, Math.floor((width - PAD * 2 + GAP) / (box.width + GAP)))
  const columns = Math.min(fit, 4, Math.ceil(members.length / 6))
  const rows = Math.ceil(members.length / columns)
  const own = columns * (box.width + GAP) - GAP + PAD * 2
  const frame: PictureNode = {
    key: 'group',
    kind: 'group',
    x: 0,
    y: HEAD,
    width: own,
    height: rows * (box.height + GAP) - GAP + PAD * 2,
    label: '',
    detail: '',
    institutionId: null,
  }
  const boxes = members.map((member, index): PictureNode => {
    const clinics = member.villageClinicCount > 0 ? clinicsLabel(member.villageClinicCount) : ''
    return {
      ...institutionNode('member', member),
      detail: clinics || member.kind,
      ...box,
      x: PAD + Math.floor(index / rows) * (box.width + GAP),
      y: HEAD + PAD + (index % rows) * (box.height + GAP),
    }
  })
  return { width: own, nodes: [frame, ...boxes] }
}
