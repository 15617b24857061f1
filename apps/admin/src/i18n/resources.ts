import { documentTexts } from '../document/document.texts.ts'
import { datedTexts } from '../dated/dated.texts.ts'
import { commandTexts } from '../command/command.texts.ts'
import { shellTexts } from '../shell/shell.texts.ts'
import { tableTexts } from '../table/table.texts.ts'

/**
 * Every text of the admin by language and feature. A feature keeps its texts in `<feature>/<feature>.texts.ts` as
 * `{ zh, en }`, where `en` satisfies `Shape<typeof zh>`; one line here makes `useTranslation('<feature>')` know them.
 */
export const resources = {
  zh: { document: documentTexts.zh, dated: datedTexts.zh, command: commandTexts.zh, shell: shellTexts.zh, table: tableTexts.zh },
  en: { document: documentTexts.en, dated: datedTexts.en, command: commandTexts.en, shell: shellTexts.en, table: tableTexts.en },
} as const
