import type { ReactNode } from 'react'
import type { Html } from '#core/fassung/module.ts'
import { parseMarkup, type Knoten } from '#core/vorschau/markup.ts'

/** Words of the desk as the page draws them: only the tags of their tree. Links are not followed from here. */
export function Worte({ html }: { readonly html: Html }): ReactNode {
  return <Gesetzt knoten={parseMarkup(html)} />
}

function Gesetzt({ knoten }: { readonly knoten: readonly Knoten[] }): ReactNode {
  return knoten.map((each, index) => {
    if (each.art === 'text') return each.text
    const { tag: Tag, href, kinder } = each
    if (Tag === 'br') return <br key={index} />
    const inside = <Gesetzt knoten={kinder} />
    // Headings of a text would stand between those of the form.
    if (/^h\d$/.test(Tag))
      return (
        <p key={index}>
          <strong>{inside}</strong>
        </p>
      )
    return href === undefined ? (
      <Tag key={index}>{inside}</Tag>
    ) : (
      <span className="stichtag-spalte__link" key={index} title={href}>
        {inside}
      </span>
    )
  })
}
