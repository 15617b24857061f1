import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { createJobs, deadJobs } from './jobs.ts'

const { db } = await testDatabase()
const errors: object[] = []
const log = { error: (fields: object) => void errors.push(fields) }
const nothing = () => Promise.resolve()

test('jobs are done one after the other, each after its state is in the database', async () => {
  const jobs = createJobs({ db, log })
  const order: string[] = []
  const job = (id: string) =>
    jobs.start(
      id,
      async () => order.push(`begin ${id}`),
      async () => {
        order.push(`work ${id}`)
        await nothing()
        order.push(`done ${id}`)
      },
    )
  await job('a')
  await job('b')
  await jobs.idle()
  expect(order.filter((one) => one.endsWith('a'))).toEqual(['begin a', 'work a', 'done a'])
  expect(order.indexOf('work b')).toBeGreaterThan(order.indexOf('done a'))
})

test('a job that waits or works is known for alive, one that ended or never was for dead', async () => {
  const jobs = createJobs({ db, log })
  const go = Promise.withResolvers<void>()
  await jobs.start('working', nothing, () => go.promise)
  await jobs.start('waiting', nothing, nothing)
  expect(await deadJobs(db, ['working', 'waiting', 'unheard of'])).toEqual(['unheard of'])
  go.resolve()
  await jobs.idle()
  expect(await deadJobs(db, ['working', 'waiting'])).toEqual(['working', 'waiting'])
})

test('a job is told to stop, and one that is refused leaves nothing behind', async () => {
  const jobs = createJobs({ db, log, waiting: 1 })
  const stopped = Promise.withResolvers<void>()
  const untilStopped = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve())
    })
  await jobs.start('one', nothing, (signal) => untilStopped(signal).then(stopped.resolve))
  await jobs.start('two', nothing, nothing)
  expect(await jobs.start('three', nothing, nothing)).toBe('BUSY')
  expect(jobs.cancel('three')).toBe(false)
  expect(jobs.cancel('one')).toBe(true)
  await stopped.promise
  await jobs.idle()
  await expect(jobs.start('four', () => Promise.reject(new Error('no')), nothing)).rejects.toThrow('no')
  expect(await jobs.start('three', () => Promise.resolve('begun'), nothing)).toBe('begun')
  await jobs.close()
})

test('a job that throws is logged and does not stop the next', async () => {
  const jobs = createJobs({ db, log })
  await jobs.start('broken', nothing, () => Promise.reject(new Error('broken')))
  const next = Promise.withResolvers<void>()
  await jobs.start('next', nothing, async () => next.resolve())
  await next.promise
  await jobs.close()
  expect(errors).toMatchObject([{ job: 'broken' }])
})
