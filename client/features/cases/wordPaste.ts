/**
 * Cleans what Word puts on the clipboard: its styles, spans, namespaces and conditional comments go, the structure
 * stays. Word writes lists as paragraphs with a drawn bullet or number; here they become lists. It works on tags, not on
 * a page, so nothing of the foreign markup is ever interpreted. What the text may hold is the editor's schema.
 */

/** Whether the HTML comes from Word or another program of its family. */
export function isFromWord(html: string): boolean {
  return /\bmso-|class="?Mso|urn:schemas-microsoft-com/iu.test(html)
}

export function cleanWordHtml(html: string): string {
  return asLists(stripTags(dropHidden(markListItems(bodyOf(html)))))
}

function bodyOf(html: string): string {
  const fragment = /<!--StartFragment-->([\s\S]*)<!--EndFragment-->/u.exec(html)
  return fragment?.[1] ?? /<body[^>]*>([\s\S]*)<\/body>/iu.exec(html)?.[1] ?? html
}

/** A paragraph of a list: `mso-list:l0 level2 lfo1` in its style, its drawn mark in a conditional section. */
const listParagraph = /<p\b[^>]*mso-list:\s*l\d+\s+level(\d+)[^>]*>([\s\S]*?)<\/p>/giu
const drawnMark = /<!(?:--)?\[if !supportLists\](?:--)?>([\s\S]*?)<!(?:--)?\[endif\](?:--)?>/iu

/** `1.`, `a)`, `iv.`: the marks of numbered lists; anything else is drawn as a bullet. */
const orderedMark = /^\(?(?:\d+|[a-z]|[ivxlc]+)[.)]/iu

function markListItems(html: string): string {
  return html.replace(listParagraph, (_all, level: string, content: string) => {
    const mark = drawnMark.exec(content)?.[1] ?? ''
    const words = mark.replace(/<[^>]*>|&nbsp;/gu, '').trim()
    const kind = orderedMark.test(words) ? 'ol' : 'ul'
    return `<li data-level="${level}" data-kind="${kind}">${content.replace(drawnMark, '')}</li>`
  })
}

/** What Word hides in a page, with all that is in it. */
function dropHidden(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/gu, '')
    .replace(/<!\[[\s\S]*?\]>/gu, '')
    .replace(/<(style|script|xml|head|title)\b[\s\S]*?<\/\1>/giu, '')
    .replace(/<o:p>\s*(?:&nbsp;)?\s*<\/o:p>/giu, '')
}

/** Tags that carry structure or emphasis; of all others only the words stay. */
const kept = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table thead tbody tr td th a b strong i em u s strike del code br'.split(
    ' ',
  ),
)

/** Attributes that say something; all others are looks. */
const keptAttributes = /\s(?:href|colspan|rowspan|data-level|data-kind)=(?:"[^"]*"|'[^']*'|[^\s>]+)/giu

function stripTags(html: string): string {
  return html
    .replace(/<(\/?)([a-z][\w:-]*)([^>]*)>/giu, (_all, slash: string, name: string, attributes: string) => {
      const tag = name.toLowerCase()
      if (!kept.has(tag)) return ''
      return `<${slash}${tag}${slash ? '' : (attributes.match(keptAttributes) ?? []).join('')}>`
    })
    .replace(/&nbsp;|\u00A0/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/<p>\s*<\/p>/gu, '')
    .trim()
}

interface Item {
  level: number
  kind: string
  content: string
}

/** Runs of marked items become nested lists. */
function asLists(html: string): string {
  return html.replace(/(?:<li data-level[^>]*>[\s\S]*?<\/li>\s*)+/gu, (run) => {
    const items = [...run.matchAll(/<li data-level="(\d+)" data-kind="(\w+)">([\s\S]*?)<\/li>/gu)].map(
      ([, level, kind, content]): Item => ({
        level: Number(level),
        kind: kind === 'ol' ? 'ol' : 'ul',
        content: (content ?? '').trim(),
      }),
    )
    return listsOf(items)
  })
}

function listsOf(items: readonly Item[]): string {
  const [first] = items
  if (!first) return ''
  // The list goes on until an item of its own level begins another kind.
  const end = items.findIndex(({ level, kind }) => level <= first.level && kind !== first.kind)
  const own = end < 0 ? items : items.slice(0, end)
  const starts = own.flatMap(({ level }, index) => (level <= first.level ? index : []))
  const inner = starts.map((start, index) => {
    const nested = listsOf(own.slice(start + 1, starts[index + 1]))
    return `<li><p>${own[start]?.content ?? ''}</p>${nested}</li>`
  })
  return `<${first.kind}>${inner.join('')}</${first.kind}>${listsOf(end < 0 ? [] : items.slice(end))}`
}
