import { expect, test } from 'vitest'

import { readSettings, SettingsInvalid } from './settings.ts'

test('an empty environment, and variables set to nothing, give the defaults', () => {
  const settings = readSettings({ PORT: '', DATABASE_URL: ' ' })
  expect(settings).toEqual(readSettings({}))
  expect(settings).toMatchObject({ host: '127.0.0.1', port: 4000, databaseUrl: null, logLevel: 'info' })
  expect(settings.dataDirectory).toMatch(/^\/.*\/\.yilian$/)
})

test('every variable is read', () => {
  const environment = {
    HOST: '0.0.0.0',
    PORT: '80',
    DATABASE_URL: 'postgresql:///yilian?host=/run/postgresql',
    YILIAN_DATA_DIR: '/srv/yilian',
    LOG_LEVEL: 'debug',
    YILIAN_KEYS: `k1:${'A'.repeat(43)}`,
  }
  expect(readSettings(environment)).toEqual({
    host: '0.0.0.0',
    port: 80,
    databaseUrl: 'postgresql:///yilian?host=/run/postgresql',
    dataDirectory: '/srv/yilian',
    logLevel: 'debug',
    keys: `k1:${'A'.repeat(43)}`,
  })
})

test('all faults are told at once, one line each, and a secret is not repeated', () => {
  const environment = { PORT: '70000', DATABASE_URL: 'mysql://county:secret@db/yilian', LOG_LEVEL: 'loud', YILIAN_KEYS: 'my secret' }
  expect(() => readSettings(environment)).toThrow(
    new SettingsInvalid(
      [
        'PORT is "70000", but must be a whole number from 0 to 65535, such as 4000.',
        'DATABASE_URL must be an address such as postgresql://user:password@host:5432/database.',
        'LOG_LEVEL is "loud", but must be one of fatal, error, warn, info, debug, trace, silent.',
        'YILIAN_KEYS must be a list of keys as pnpm yilian keys new makes them, with commas between.',
      ].join('\n'),
    ),
  )
})

test.each(['4000.5', '-1', 'http', '1e3'])('%s is no port', (port) => {
  expect(() => readSettings({ PORT: port })).toThrow(SettingsInvalid)
})
