/**
 * Headings inside a section's text. The paper's title and the sections are headings of the page, so a heading of
 * level 1 in the text is drawn two levels below; copied and pasted again it keeps its level.
 */
import { mergeAttributes } from '@tiptap/core'
import { Heading, type Level } from '@tiptap/extension-heading'

/** How many levels of the page stand above a text. */
const outerLevels = 2
const levels: Level[] = [1, 2, 3]

export const TextHeading = Heading.extend({
  parseHTML() {
    const own = levels.map((level) => ({ tag: `[data-level="${level}"]`, attrs: { level } }))
    // Pasted from elsewhere; deeper levels than ours become the deepest.
    const others = [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(level, 3) } }))
    return [...own, ...others]
  },
  renderHTML({ node, HTMLAttributes }) {
    const level = levels.find((known) => known === node.attrs.level) ?? 1
    const attributes = { 'data-level': level }
    return [`h${level + outerLevels}`, mergeAttributes(this.options.HTMLAttributes, HTMLAttributes, attributes), 0]
  },
}).configure({ levels })
