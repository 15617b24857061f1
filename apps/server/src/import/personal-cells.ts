import type { Keys } from '../keys/keys.ts'
import { seal, unseal } from '../personal-data/seal.ts'

// A file of people says identity and phone numbers. Whatever has as many digits as a phone number is kept sealed in the rows of the
// import, whichever column it stands in and whether or not it is right, and is shown masked.

const WHERE = { field: 'IDENTITY_NUMBER', ownerId: 'import' } as const
const DIGITS = 11
const SEALED = /^v1\.[\w-]+\.[\w-]{16}\.[\w-]+$/

function isPersonal(cell: string): boolean {
  return (cell.normalize('NFKC').match(/\d/g)?.length ?? 0) >= DIGITS
}

/** The cell as it is kept; `always`: its column is one of personal numbers, however short. */
export function sealedCell(keys: Keys, cell: string, always = false): string {
  return isPersonal(cell) || (always && cell.trim() !== '') ? seal(keys, WHERE, cell) : cell
}

/** What the file said. */
export function openCell(keys: Keys, cell: string): string {
  return SEALED.test(cell) ? unseal(keys, WHERE, cell) : cell
}

/** The cell as it is shown: of long numbers the beginning and the end. Text that only looks sealed is shown as nothing at all. */
export function shownCell(keys: Keys, cell: string): string {
  if (!SEALED.test(cell)) return cell
  try {
    const said = openCell(keys, cell)
    // What a file says masked already, and a short number, which is masked whole.
    return isPersonal(said) || said.includes('*') ? maskedText(said) : '*'.repeat(said.length)
  } catch {
    return '****'
  }
}

/** Long numbers without their middle. */
function maskedText(cell: string): string {
  if (!isPersonal(cell)) return cell
  return cell.slice(0, 3) + '*'.repeat(Math.max(4, cell.length - 7)) + cell.slice(-4)
}
