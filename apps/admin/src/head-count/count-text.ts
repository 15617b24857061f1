import { decimalText } from '../i18n/format.ts'

/** Full-time equivalents to two decimals, so that they stand under each other. */
export function equivalentsText(value: string): string {
  return decimalText(Number(value).toFixed(2))
}

/** `+3`, `−1.50`, `0`. */
export function signedText(value: number, decimals = 0): string {
  const text = decimalText(Math.abs(value).toFixed(decimals))
  return value > 0 ? `+${text}` : value < 0 ? `−${text}` : text
}
