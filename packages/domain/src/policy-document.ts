import { isIsoDate, type IsoDate } from './day.ts'
import { issue, type Issue } from './issue.ts'

/** A document (文件) that any change can cite. `null` means not reported. */
export interface PolicyDocumentValue {
  /** 发文字号 as written, e.g. 中政办发〔2019〕10号. */
  readonly number: string | null
  readonly title: string
  /** Who issued it, e.g. 中方县人民政府办公室. */
  readonly issuer: string | null
  readonly issuedOn: IsoDate | null
  readonly url: string | null
  /** Six digits; `null` for a document of a wider authority. */
  readonly countyCode: string | null
  /** Where this was read, e.g. 报告 000 行2. */
  readonly source: string | null
}

/** A document as it is known now. */
export interface PolicyDocument extends PolicyDocumentValue {
  readonly id: string
}

// 发文机关代字 + 〔年份〕 + 顺序号 (党政机关公文格式 GB/T 9704); some numbers have 第 before the sequence or a letter in the agency's part.
const NUMBER = /^[\p{Script=Han}A-Za-z、()]{1,30}〔(?:19|20)\d{2}〕第?[1-9]\d{0,4}号$/u

/** As people type it (`[2019]`, `(2019)`, `【2019】`, spaces, full width) to the form with 〔〕, which is the one stored and searched. */
export function normaliseDocumentNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[[(【〔﹝〖](\d{4})年?[\])】〕﹞〗]/u, '〔$1〕')
    .replace(/(〔\d{4}〕第?)0+(?=\d)/u, '$1')
}

/** Every rule of a document. `DOCUMENT_NUMBER` is given for a number that is not in the normal form: normalise before. */
export function policyDocumentIssues({ number, title, issuer, issuedOn, url, countyCode }: PolicyDocumentValue): Issue[] {
  const issues: Issue[] = []
  if (number !== null && !NUMBER.test(number)) issues.push(issue('number', 'DOCUMENT_NUMBER', { value: number }))
  if (title.trim() === '') issues.push(issue('title', 'REQUIRED'))
  if (title.length > 200) issues.push(issue('title', 'TOO_LONG', { max: 200 }))
  if ((issuer?.length ?? 0) > 100) issues.push(issue('issuer', 'TOO_LONG', { max: 100 }))
  if (issuedOn !== null && !isIsoDate(issuedOn)) issues.push(issue('issuedOn', 'NOT_A_DAY', { value: issuedOn }))
  if (url !== null && !isWebAddress(url)) issues.push(issue('url', 'NOT_A_WEB_ADDRESS', { value: url }))
  if (countyCode !== null && !/^(?!0)\d{6}$/.test(countyCode)) issues.push(issue('countyCode', 'NOT_A_REGION_CODE', { value: countyCode }))
  return issues
}

/** Only addresses a reader can follow safely: `http` and `https`. */
function isWebAddress(text: string): boolean {
  return text.length <= 500 && /^https?:\/\/[^\s/]+(\/\S*)?$/i.test(text)
}
