/** The ten tag groups that receivers accept, `<a>` with `href` only (`domain/pvog.md` T3). */
export const ALLOWED_TAGS: ReadonlySet<string> = new Set([
  'p',
  'br',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'b',
  'strong',
  'i',
  'em',
  'sup',
  'sub',
  'ul',
  'ol',
  'li',
  'a',
])

const TAG = /<\/?([a-zA-Z][^\s/<>]*)([^<>]*)>/g
/** Where no markup may be, a tag that does not end is one too: receivers refuse it. */
const BEGUN_TAG = /<\/?([a-zA-Z][^\s/<>]*)/g
const HREF_ONLY = /^\s+href="[^"<>]*"\s*$/
/** Tags at which a word ends; the others stand inside words, as in CO<sub>2</sub>. */
const BLOCK = /<\/?(p|br|h[1-6]|ul|ol|li)\b[^<>]*>/gi

/**
 * The names of the tags that lie outside the ten groups, and of those that carry attributes (`a` may have `href`); each
 * once. A `<` that begins no tag is named `<`: a browser may read one where we read none.
 */
export function forbiddenTags(html: string): readonly string[] {
  const found = new Set<string>()
  for (const [, name = '', attributes = ''] of html.matchAll(TAG)) {
    const tag = name.toLowerCase()
    if (!ALLOWED_TAGS.has(tag) || !attributesFit(tag, attributes)) found.add(tag)
  }
  if (html.replace(TAG, '').includes('<')) found.add('<')
  return [...found]
}

/** The names of the tags in a text that should have none, each once. A lone `<` means "less than" there. */
export function tagsInPlainText(text: string): readonly string[] {
  return [...new Set([...text.matchAll(BEGUN_TAG)].map(([, name = '']) => name.toLowerCase()))]
}

/** The text without markup, entities of XML resolved, white space folded. */
export function plainText(html: string): string {
  return html
    .replace(BLOCK, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&#xa0;|&nbsp;/gi, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;|&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether a text says nothing: `<br>` only, a leading dash, blanks (`domain/pvog.md` T7). */
export function isPlaceholder(html: string): boolean {
  // Nearly every text has a letter before its first entity; taking off all markup costs 10 to 80 times as much.
  if (/(?:^|>)[^<&]*[\p{L}\p{N}]/u.test(html)) return false
  return /^[-–—.\s]*$/.test(plainText(html))
}

function attributesFit(tag: string, attributes: string): boolean {
  const written = attributes.replace(/\/$/, '')
  if (written.trim() === '') return true
  return tag === 'a' && HREF_ONLY.test(written)
}
