import { pinyin } from 'pinyin-pro'

/** Longer terms and queries are cut: forty characters of a name or its pinyin tell it from any other. */
const LONGEST = 40

/** Spaces and marks that people leave out or type differently; neither terms nor queries have them. */
const MARKS = /[\s'’‘`´"“”·・.,，。、;；:：()<>《》〈〉[\]【】〔〕\-‐–—_/]/g

const PEOPLES =
  '回|藏|苗|彝|壮|满|侗|瑶|白|傣|黎|畲|水|羌|土|怒|京|佤|蒙古|朝鲜|土家|哈尼|傈僳|拉祜|东乡|纳西|景颇|仫佬|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|' +
  '德昂|保安|裕固|独龙|赫哲|门巴|珞巴|基诺|布依|高山|哈萨克|维吾尔|达斡尔|塔吉克|俄罗斯|鄂温克|塔塔尔|鄂伦春|乌孜别克|柯尔克孜'

/** A place and the administrative word that people drop after it: 铜湾镇, 郎步街道, 蒿吉坪瑶族乡. One-character places keep it (沧县). */
const PLACE = new RegExp(
  `^(\\p{Script=Han}{2,5}?)(?:(?:${PEOPLES})族)*(?:自治)?(?:省|市|县|区|州|旗|镇|乡|街道|村)(?=\\p{Script=Han}{2})`,
  'u',
)

/** Places that pinyin-pro reads by the commoner sound of a character. */
const PLACE_SOUNDS: Readonly<Record<string, readonly string[]>> = {
  单县: ['shan', 'xian'],
  乐亭: ['lao', 'ting'],
  乐陵: ['lao', 'ling'],
  大城县: ['dai', 'cheng', 'xian'],
  歙县: ['she', 'xian'],
  泌阳: ['bi', 'yang'],
  洪洞: ['hong', 'tong'],
  浚县: ['xun', 'xian'],
  涡阳: ['guo', 'yang'],
  莎车: ['suo', 'che'],
  蔚县: ['yu', 'xian'],
}

/**
 * What to store so that `term like 'query%'` finds a subject by any part, of at least two characters, of its names (aliases too) as
 * text, in full pinyin and by initials, and by its codes: suffixes, lower case, without marks, each once. A name counts also in the
 * form people say, without the 镇 or 县 after a place, so that `twzx` and 铜湾中心 find 铜湾镇中心卫生院.
 */
export function searchTerms(names: readonly string[], codes: readonly string[]): string[] {
  const terms = new Set<string>()
  for (const name of names) {
    for (const reading of readings(bare(name))) {
      for (const form of [reading, reading.filter(({ dropped }) => !dropped)]) addSuffixes(terms, form)
    }
  }
  for (const code of codes) {
    const parts = plainText(code).split(MARKS)
    parts.forEach((_, at) => terms.add(cut(parts.slice(at).join(''))))
    terms.add(cut(parts.at(-1)!.replace(/^0+(?=.)/, '')))
  }
  terms.delete('')
  return [...terms]
}

/** The same for a person: a surname has a sound of its own (曾 is zeng, 单 is shan); the user name is found by any part too. */
export function personSearchTerms(name: string, username: string): string[] {
  const terms = new Set(searchTerms([name, username], []))
  const plain = bare(name)
  const characters = [...plain]
  const read = sounds(plain, true).map((sound, at) => ({ character: characters[at] ?? sound, sound, dropped: false }))
  addSuffixes(terms, read)
  terms.delete('')
  return [...terms]
}

/** What someone typed, as a prefix for `like`: folded like the terms, wildcards escaped. Empty when nothing is left to look for. */
export function searchQuery(text: string): string {
  return cut(bare(text)).replace(/[\\%]/g, '\\$&')
}

/** A character of a name with its sound; `dropped` where the spoken form leaves it out. */
interface Sounded {
  readonly character: string
  readonly sound: string
  readonly dropped: boolean
}

function addSuffixes(terms: Set<string>, form: readonly Sounded[]): void {
  for (let from = 0; from === 0 || from < form.length - 1; from++) {
    const rest = form.slice(from, from + LONGEST)
    for (const write of [({ character }: Sounded) => character, ({ sound }: Sounded) => sound, ({ sound }: Sounded) => sound.slice(0, 1)]) {
      terms.add(cut(rest.map(write).join('')))
    }
  }
}

/** The name with its sounds: as read in general, and where it differs with the sounds that places and surnames at their head have. */
function readings(name: string): Sounded[][] {
  const characters = [...name]
  const places = placesOf(name)
  const general = sounds(name)
  const local = [...general]
  for (const { start, text } of places) local.splice(start, [...text].length, ...sounds(text, true))
  for (const [place, own] of Object.entries(PLACE_SOUNDS)) {
    const at = name.indexOf(place)
    if (at >= 0) local.splice(Array.from(name.slice(0, at)).length, own.length, ...own)
  }
  const dropped = new Set(places.flatMap(({ start, kept, text }) => [...text].map((_, at) => start + at).slice(kept)))
  const read = (all: readonly string[]) =>
    characters.map((character, at) => ({ character, sound: all[at] ?? character, dropped: dropped.has(at) }))
  return local.join() === general.join() ? [read(general)] : [read(general), read(local)]
}

/** The places a name begins with, one after the other: 中方县, 铜湾镇. `kept` is how many characters the spoken form keeps. */
function placesOf(name: string): { start: number; kept: number; text: string }[] {
  const places = []
  let start = 0
  for (let match = PLACE.exec(name); match; match = PLACE.exec([...name].slice(start).join(''))) {
    places.push({ start, kept: [...match[1]!].length, text: match[0] })
    start += [...match[0]].length
  }
  return places
}

/** One sound per character, ü as v; letters and digits are their own. */
function sounds(text: string, surname = false): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true, ...(surname ? { mode: 'surname', surname: 'head' } : {}) })
}

function bare(text: string): string {
  return plainText(text).replace(MARKS, '')
}

function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ü', 'v')
}

function cut(text: string): string {
  return [...text].slice(0, LONGEST).join('')
}
