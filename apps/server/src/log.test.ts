import { expect, test } from 'vitest'

import { createLog } from './log.ts'

function lines(readable: boolean): { log: ReturnType<typeof createLog>; written: string[] } {
  const written: string[] = []
  return { log: createLog({ level: 'info', readable, write: (line) => written.push(line) }), written }
}

test('a line is one JSON object with level, time and message', () => {
  const { log, written } = lines(false)
  log.info({ requestId: 'abc' }, 'answered')
  expect(JSON.parse(written[0] ?? '')).toEqual({ level: 'info', time: expect.stringMatching(/Z$/), requestId: 'abc', msg: 'answered' })
})

test('on a terminal a line is text', () => {
  const { log, written } = lines(true)
  log.warn({ path: '/graphql', status: 503 }, 'answered')
  expect(written[0]).toMatch(/^\d\d:\d\d:\d\d warn  answered  path=\/graphql  status=503\n$/)
})

test.each([true, false])('a password never gets into the log, readable: %s', (readable) => {
  const { log, written } = lines(readable)
  const address = 'postgresql://county:p@ss:word@db.example:5432/yilian?password=second&x=1'
  log.info({ address }, `connecting to ${address}`)
  log.error({ err: new Error(`cannot reach ${address}`) }, 'failed')
  expect(written.join('')).toContain('postgresql://county:***@db.example:5432/yilian?password=***&x=1')
  expect(written.join('')).not.toMatch(/p@ss|word@|second/)
})
