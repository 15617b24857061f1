import { newKey, parseKeys } from '../src/keys/keys.ts'

/** Keys of this test file alone. */
export const TEST_KEYS = parseKeys(newKey(), 'the keys of a test')
