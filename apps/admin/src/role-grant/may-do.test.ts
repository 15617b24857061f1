import { expect, test } from 'vitest'
import { permissionsOf } from './may-do.ts'

test('a role allows what the policies say of it, and of bureau operators what they say of the line of work', () => {
  expect(permissionsOf('AUDIT_ADMINISTRATOR', null)).toEqual(['audit.read'])
  expect(permissionsOf('BUREAU_OPERATOR', 'ALLIANCE')).toContain('alliance.change')
  expect(permissionsOf('BUREAU_OPERATOR', 'CONSTRUCTION')).not.toContain('alliance.change')
  expect(permissionsOf('BUREAU_OPERATOR', 'CONSTRUCTION')).toContain('policyDocument.record')
  expect(permissionsOf('ANALYST', null).filter((one) => !one.endsWith('.read'))).toEqual([])
})
