import { expect, test } from 'vitest'
import { EMPTY_QUEUE, nextQueue, nextUpload, type UploadQueue, type UploadStep } from './upload-queue.ts'

const files = (...names: string[]) => names.map((name) => new File(['x'], name))
const after = (...steps: UploadStep[]): UploadQueue => steps.reduce(nextQueue, EMPTY_QUEUE)

test('photos go one after the other, in the order in which they were chosen', () => {
  const added = after({ type: 'added', files: files('a', 'b') })
  expect(nextUpload(added)?.file.name).toBe('a')
  const sending = nextQueue(added, { type: 'sending', number: 1 })
  expect(nextUpload(sending)).toBeNull()
  const first = nextQueue(sending, { type: 'done', number: 1 })
  expect([nextUpload(first)?.file.name, first.done, first.total]).toEqual(['b', 1, 2])
})

test('one that fails says why and does not keep the others', () => {
  const failed = after(
    { type: 'added', files: files('a', 'b') },
    { type: 'sending', number: 1 },
    { type: 'failed', number: 1, why: 'no photo' },
  )
  expect(nextUpload(failed)?.file.name).toBe('b')
  expect(failed.uploads[0]).toMatchObject({ state: 'failed', why: 'no photo' })
  expect(nextUpload(nextQueue(failed, { type: 'again', number: 1 }))?.file.name).toBe('a')
  expect(nextQueue(failed, { type: 'dismissed' }).uploads.map(({ file }) => file.name)).toEqual(['b'])
})

test('counting begins anew once nothing is on its way, whatever failed before', () => {
  const idle = after({ type: 'added', files: files('a') }, { type: 'sending', number: 1 }, { type: 'failed', number: 1, why: '' })
  const more = nextQueue(idle, { type: 'added', files: files('a', 'a') })
  expect([more.total, more.done, more.uploads.map(({ number }) => number)]).toEqual([2, 0, [1, 2, 3]])
})
