import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Reader } from '../access/reader.ts'
import { photoContent } from '../construction-project/report-photo.queries.ts'
import { answer } from '../http/answers.ts'

const PHOTO = /^\/files\/photo\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(\/thumbnail)?$/

/** Whether an address is that of a photo, whoever may see it. */
export function isPhotoPath(pathname: string): boolean {
  return pathname.startsWith('/files/photo/')
}

/**
 * Answers `/files/photo/<id>` and `/files/photo/<id>/thumbnail` from the database: nothing of a request is a path of ours. Whoever does not
 * see the photo is told that there is none.
 */
export async function sendPhoto(reader: Reader, request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
  const [, id, thumbnail] = PHOTO.exec(pathname) ?? []
  const photo = id === undefined ? null : await photoContent(reader, id, thumbnail ? 'thumbnail' : 'image')
  if (!photo) return answer(response, 'notFound')
  const name = encodeURIComponent(`${photo.name.replace(/\.[A-Za-z]{1,5}$/, '')}.jpg`).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  response.writeHead(200, {
    'content-type': 'image/jpeg',
    'content-length': photo.content.length,
    'content-disposition': `inline; filename="photo.jpg"; filename*=UTF-8''${name}`,
    // Its content never changes; who may see it does, so that no cache but the own browser's keeps it, and not for long.
    'cache-control': 'private, max-age=300',
    'content-security-policy': `default-src 'none'; sandbox`,
  })
  response.end(request.method === 'HEAD' ? undefined : photo.content)
}
