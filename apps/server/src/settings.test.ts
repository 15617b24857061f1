import { expect, test } from 'vitest'

import { readSettings, SettingsInvalid } from './settings.ts'

test('an empty environment, and variables set to nothing, give the defaults', () => {
  const settings = readSettings({ PORT: '', DATABASE_URL: ' ' })
  expect(settings).toEqual(readSettings({}))
  expect(settings).toMatchObject({ host: '127.0.0.1', port: 4000, databaseUrl: null, auditKeepDays: 0, logLevel: 'info' })
  expect(settings.dataDirectory).toMatch(/^\/.*\/\.yilian$/)
})

test('every variable is read', () => {
  const environment = {
    HOST: '0.0.0.0',
    PORT: '80',
    DATABASE_URL: 'postgresql:///yilian?host=/run/postgresql',
    DATABASE_APP_URL: 'postgresql://web@db/yilian',
    AUDIT_KEEP_DAYS: '183',
    YILIAN_DATA_DIR: '/srv/yilian',
    LOG_LEVEL: 'debug',
  }
  expect(readSettings(environment)).toEqual({
    host: '0.0.0.0',
    port: 80,
    databaseUrl: 'postgresql:///yilian?host=/run/postgresql',
    databaseAppUrl: 'postgresql://web@db/yilian',
    auditKeepDays: 183,
    dataDirectory: '/srv/yilian',
    logLevel: 'debug',
  })
})

test('all faults are told at once, one line each, and a secret is not repeated', () => {
  const environment = { PORT: '70000', DATABASE_URL: 'mysql://county:secret@db/yilian', LOG_LEVEL: 'loud' }
  expect(() => readSettings(environment)).toThrow(
    new SettingsInvalid(
      [
        'PORT is "70000", but must be a whole number from 0 to 65535, such as 4000.',
        'DATABASE_URL must be an address such as postgresql://user:password@host:5432/database.',
        'LOG_LEVEL is "loud", but must be one of fatal, error, warn, info, debug, trace, silent.',
      ].join('\n'),
    ),
  )
})

test('the audit is kept for at least six months', () => {
  expect(() => readSettings({ AUDIT_KEEP_DAYS: '182' })).toThrow(
    new SettingsInvalid('AUDIT_KEEP_DAYS is "182", but must be 0 (all are kept) or a number of days from 183.'),
  )
  expect(readSettings({ AUDIT_KEEP_DAYS: '0' }).auditKeepDays).toBe(0)
})

test.each(['4000.5', '-1', 'http', '1e3'])('%s is no port', (port) => {
  expect(() => readSettings({ PORT: port })).toThrow(SettingsInvalid)
})
