import { crc32, deflateSync } from 'node:zlib'

import { testDatabase } from '@yilian/testing/test-database.ts'
import { photoName } from '@yilian/domain/construction/report-photo.ts'
import sharp from 'sharp'
import { beforeEach, expect, test } from 'vitest'

import { LOCAL_OPERATOR, type Asker } from '../access/identify.ts'
import type { Json } from '../../test/api.ts'
import { askerWith, overCounty, overInstitution } from '../../test/askers.ts'
import { fileServer } from '../../test/file-server.ts'
import { expectExactPreview } from '../../test/exact-preview.ts'
import { makers, recorded, refusals, run, versionOf, type Made } from '../../test/make.ts'
import { makeProject, readProject, recordOf } from '../../test/make-project.ts'

const database = await testDatabase()
let asker: Asker | null = LOCAL_OPERATOR
const server = await fileServer(database, '2024-08-20T04:00:00Z', () => asker)
const make = makers(server)

let project: Made
let hospital: Made
let report: string
beforeEach(async () => {
  asker = LOCAL_OPERATOR
  hospital = await make.hospital()
  project = await makeProject(server, { institutionIds: [hospital.id] })
  report = await recordOf(server, 'saveProgressReport', 'ProgressReport', project, { month: '2024-07', wording: '基础施工' })
})

const photo = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: { r: width % 255, g: height % 255, b: 90 } } })
const OUTCOME = '__typename ... on ChangeRecorded { change { command } } ... on InputRefused { issues { path code message } }'

/** Adds a photo over HTTP; answers its issues. */
async function add(data: Uint8Array, name = '工地.jpg', of = report): Promise<string[]> {
  const form = new FormData()
  const query = `mutation ($input: AddReportPhotoInput!) { addReportPhoto(input: $input) { ${OUTCOME} } }`
  form.set('operations', JSON.stringify({ query, variables: { input: { progressReportId: of, file: null } } }))
  form.set('map', JSON.stringify({ 0: ['variables.input.file'] }))
  form.set('0', new File([new Uint8Array(data)], name))
  const answer = await fetch(`${server.url}/graphql`, { method: 'POST', body: form })
  const { data: said, errors } = (await answer.json()) as { data: Json | null; errors?: Json[] }
  if (errors) return errors.map((one) => String(one['extensions'].code))
  return (said!['addReportPhoto'].issues ?? []).map(({ path, code }: Json) => `${path} ${code}`)
}
const photos = async (): Promise<Json[]> => {
  const fields = 'progressReports { photos { id version name caption width height bytes url thumbnailUrl } }'
  return (await readProject(server, project, fields))['progressReports'][0].photos
}

/** A PNG that says it is so large, and holds almost nothing. */
function bomb(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  const rows = deflateSync(Buffer.alloc(Math.ceil(width / 8 + 1) * height))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('a photo is kept upright, without what the camera wrote, in two sizes', async () => {
  const taken = await photo(3000, 1000)
    .jpeg()
    .withExif({ IFD0: { Copyright: '某某', Software: '某相机' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '27/1 26/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  expect(await add(taken, 'IMG_0001.JPG')).toEqual([])
  const [kept] = await photos()
  expect(kept).toMatchObject({ name: 'IMG_0001.JPG', width: 853, height: 2560 })
  const image = await server.get(kept!['url'])
  expect([image.status, Object.fromEntries(image.headers)]).toEqual([
    200,
    expect.objectContaining({
      'content-type': 'image/jpeg',
      'content-length': String(kept!['bytes']),
      'content-disposition': `inline; filename="photo.jpg"; filename*=UTF-8''IMG_0001.jpg`,
      'cache-control': 'private, max-age=300',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    }),
  ])
  const { exif, orientation, width } = await sharp(Buffer.from(await image.arrayBuffer())).metadata()
  expect([exif, orientation, width]).toEqual([undefined, undefined, 853])
  const small = await server.get(kept!['thumbnailUrl'])
  expect((await sharp(Buffer.from(await small.arrayBuffer())).metadata()).height).toBe(320)
})

test('PNG and WebP are taken, whatever they are called', async () => {
  expect(await add(await photo(41).png().toBuffer(), 'a.txt')).toEqual([])
  expect(await add(await photo(42).webp().toBuffer(), 'b')).toEqual([])
  expect((await photos()).map(({ width }) => width)).toEqual([41, 42])
})

test('what is no photo is refused by its content, whatever its name and type say', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'
  for (const data of [svg, '<!doctype html><script>1</script>', 'GIF89a\x01\x00\x01\x00\x00\x00\x00;', '%PDF-1.7', 'PK\x03\x04', 'MZ', ''])
    expect([data, await add(new TextEncoder().encode(data), 'photo.jpg')]).toEqual([data, ['file PHOTO_TYPE']])
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')])
  expect(await add(heic, 'IMG_0007.HEIC')).toEqual(['file PHOTO_HEIC'])
  const gif = await photo().gif().toBuffer()
  expect(await add(gif, 'photo.png')).toEqual(['file PHOTO_TYPE'])
  expect(await add(await photo().tiff().toBuffer(), 'photo.jpg')).toEqual(['file PHOTO_TYPE'])
  const jpeg = await photo(2000, 2000).jpeg().toBuffer()
  expect(await add(jpeg.subarray(0, jpeg.length / 2))).toEqual(['file PHOTO_DAMAGED'])
  expect(await add(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(svg)]))).toEqual(['file PHOTO_DAMAGED'])
  expect(await photos()).toEqual([])
})

test('what hides behind a photo does not get in: it is made anew', async () => {
  const jpeg = await photo(50).jpeg().toBuffer()
  expect(await add(Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>PK\x03\x04')]))).toEqual([])
  const image = await (await server.get((await photos())[0]!['url'])).arrayBuffer()
  expect(Buffer.from(image).includes('script')).toBe(false)
})

test('a bomb and a huge file are refused before they are unpacked', async () => {
  const small = bomb(60_000, 60_000)
  expect(small.length).toBeLessThan(1_000_000)
  const before = process.memoryUsage().rss
  expect(await add(small)).toEqual(['file PHOTO_TOO_MANY_PIXELS'])
  expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000)
  expect(await add(Buffer.alloc(20 * 1024 * 1024 + 1, 0xff))).toEqual(['file PHOTO_TOO_LARGE'])
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: Buffer.alloc(40 * 1024 * 1024),
  })
  expect(answer.status).toBe(413)
})

test('names are names: no folders, no control signs, no tricks of direction', async () => {
  expect(
    ['../../etc/passwd', 'C:\\fotos\\a.jpg', '..', '.htaccess', 'a\r\nSet-Cookie: x', 'b\u202egpj.exe', '', '照'.repeat(150)].map(
      photoName,
    ),
  ).toEqual(['passwd', 'a.jpg', 'photo', 'htaccess', 'aSet-Cookie x', 'bgpj.exe', 'photo', '照'.repeat(100)])
  await add(await photo(60).jpeg().toBuffer(), '../../..\\工地 一; x=y.jpg')
  const [kept] = await photos()
  expect(kept!['name']).toBe('工地 一; x=y.jpg')
  const { headers } = await server.get(kept!['url'])
  expect(headers.get('content-disposition')).toBe(
    `inline; filename="photo.jpg"; filename*=UTF-8''%E5%B7%A5%E5%9C%B0%20%E4%B8%80%3B%20x%3Dy.jpg`,
  )
  const id = String(kept!['url']).split('/').at(-1)!
  for (const path of [
    `${id}/`,
    `${id}%2f..%2f..%2fetc%2fpasswd`,
    '..%2f..%2fetc%2fpasswd',
    `${id}.jpg`,
    `${id}/image`,
    id.toUpperCase(),
    `${id}%00`,
    '1',
    '',
  ])
    expect([path, (await server.get(`/files/photo/${path}`)).status]).toEqual([path, 404])
})

test('a photo says what it shows, until the report is handed in; photos stay in the order in which they were added', async () => {
  for (const width of [61, 62]) await add(await photo(width).jpeg().toBuffer(), `${width}.jpg`)
  const [first] = await photos()
  const at = { photoId: first!['id'], baseVersion: first!['version'] }
  await expectExactPreview(database.db, server, 'captionReportPhoto', { ...at, caption: '  三层东侧砌体  ' })
  const captions = async () => (await photos()).map(({ name, caption }) => [name, caption])
  expect(await captions()).toEqual([
    ['61.jpg', '三层东侧砌体'],
    ['62.jpg', null],
  ])
  expect(await run(server, 'captionReportPhoto', { ...at, caption: '别的' })).toMatchObject({ __typename: 'StaleVersion' })
  const now = { ...at, baseVersion: await versionOf(server, first!['id']) }
  expect(await refusals(server, 'captionReportPhoto', { ...now, caption: '照'.repeat(201) })).toEqual(['caption: TOO_LONG'])
  expect(await refusals(server, 'captionReportPhoto', { ...now, caption: '三层东侧砌体' })).toEqual([': NOTHING_CHANGES'])
  await recorded(server, 'captionReportPhoto', { ...now, caption: ' ' })
  expect(await captions()).toEqual([
    ['61.jpg', null],
    ['62.jpg', null],
  ])
  await recorded(server, 'submitProgressReport', { progressReportId: report, baseVersion: await versionOf(server, report) })
  const last = { photoId: first!['id'], baseVersion: await versionOf(server, first!['id']) }
  expect(await refusals(server, 'captionReportPhoto', { ...last, caption: '晚了' })).toEqual([': REPORT_STATE'])
})

test('a photo is served to those who see the project, and to nobody else', async () => {
  await add(await photo(70).jpeg().toBuffer())
  const [{ url, thumbnailUrl }] = (await photos()) as [Json]
  const statuses = async () => Promise.all([url, thumbnailUrl].map(async (path) => (await server.get(path)).status))
  for (const [who, status] of [
    [askerWith(overCounty('ANALYST', '431221')), 200],
    [askerWith(overInstitution('REPORTER', hospital.uuid)), 200],
    [askerWith(overInstitution('REPORTER', (await make.hospital()).uuid)), 404],
    [askerWith(overCounty('BUREAU_OPERATOR', '340124', 'CONSTRUCTION')), 404],
    [askerWith(), 404],
    [null, 401],
  ] as const) {
    asker = who
    expect([who?.actor.id, await statuses()]).toEqual([who?.actor.id, [status, status]])
  }
  asker = LOCAL_OPERATOR
})

test('photos are added and taken away by whoever reports, while the report is not handed in', async () => {
  const data = await photo(80).jpeg().toBuffer()
  const other = askerWith(overInstitution('REPORTER', (await make.hospital()).uuid))
  asker = askerWith(overCounty('ANALYST', '431221'))
  expect(await add(data)).toEqual(['FORBIDDEN'])
  asker = askerWith(overInstitution('REPORTER', hospital.uuid))
  expect(await add(data)).toEqual([])
  expect(await add(data)).toEqual(['file PHOTO_TWICE'])
  const [kept] = await photos()
  asker = other
  expect(await add(await photo(81).jpeg().toBuffer())).toEqual(['progressReportId NOT_FOUND'])
  expect(await refusals(server, 'removeReportPhoto', { photoId: kept!['id'], baseVersion: kept!['version'] })).toEqual([
    'photoId: NOT_FOUND',
  ])
  asker = LOCAL_OPERATOR
  await recorded(server, 'submitProgressReport', { progressReportId: report, baseVersion: await versionOf(server, report) })
  expect(await add(await photo(81).jpeg().toBuffer())).toEqual([' REPORT_STATE'])
  expect(await refusals(server, 'removeReportPhoto', { photoId: kept!['id'], baseVersion: kept!['version'] })).toEqual([': REPORT_STATE'])
  await recorded(server, 'returnProgressReport', {
    progressReportId: report,
    baseVersion: await versionOf(server, report),
    reason: '照片不清',
  })
  await recorded(server, 'removeReportPhoto', { photoId: kept!['id'], baseVersion: kept!['version'] })
  expect(await photos()).toEqual([])
  expect((await server.get(kept!['url'])).status).toBe(404)
})

test('a report has thirty photos at most; those of many reports are read with one statement', async () => {
  for (let at = 0; at < 30; at++)
    expect(
      await add(
        await photo(90 + at)
          .jpeg()
          .toBuffer(),
      ),
    ).toEqual([])
  expect(await add(await photo(300).jpeg().toBuffer())).toEqual(['file PHOTOS_TOO_MANY'])
  const count = async () => {
    const statements = await database.countStatements(() => photos())
    return statements
  }
  const one = await count()
  const more = await recordOf(server, 'saveProgressReport', 'ProgressReport', project, { month: '2024-06', wording: '基坑' })
  expect(await add(await photo(301).jpeg().toBuffer(), 'x.jpg', more)).toEqual([])
  expect(await count()).toEqual(one)
})
