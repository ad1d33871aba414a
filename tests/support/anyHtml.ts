import fc from 'fast-check'

const word = fc.stringMatching(/^[A-Za-zäöüß§&<>"0-9]{1,4}$/).map(escape)
const marked = fc
  .tuple(fc.constantFrom('strong', 'em', 'sub', 'sup', 'b', 'i'), word)
  .map(([tag, text]) => `<${tag}>${text}</${tag}>`)
const linked = word.map((text) => `<a href="https://a.example/${text.length}">${text}</a>`)
const inline = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 5, arbitrary: word }, marked, linked),
      fc.constantFrom(' ', ' ', ' ', '', '<br>'),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.map((part) => part.join('')).join(''))

const { list } = fc.letrec<{ list: string; item: string }>((tie) => ({
  item: fc
    .tuple(inline, fc.option(tie('list'), { nil: '', freq: 3 }))
    .map(([text, inner]) => `<li>${text}${inner}</li>`),
  list: fc
    .tuple(fc.constantFrom('ul', 'ol'), fc.array(tie('item'), { maxLength: 3 }))
    .map(([tag, items]) => `<${tag}>${items.join('')}</${tag}>`),
}))

const block = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('p', 'p', 'p', 'h2', 'h3'), inline)
      .map(([tag, text]) => `<${tag}>${text}</${tag}>`),
  },
  { weight: 2, arbitrary: list },
)

/** Any text of a few short words in the ten tag groups; words come twice often enough for a comparison to be tempted. */
export const anyHtml: fc.Arbitrary<string> = fc
  .array(block, { maxLength: 5 })
  .map((blocks) => blocks.join(''))

function escape(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
