const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const NIL = '00000000-0000-0000-0000-000000000000'

/** The uuid in a node's id (`Type:uuid` in base64); the nil id, which nothing has, for a text that is none. */
export function uuidOf(id: string): string {
  const plain = UUID.test(id) ? id : (Buffer.from(id, 'base64').toString().split(':').at(-1) ?? '')
  return UUID.test(plain) ? plain : NIL
}

/** The same for ids of which some are no nodes': a text that is none (a region's code, `system`) stays as it is. */
export function plainId(id: string): string {
  const uuid = uuidOf(id)
  return uuid === NIL ? id : uuid
}
