/**
 * The fields of a form as the body of an act. `name[]` is a list, an empty value in it says that there is one; `zahl:name`
 * is a number; `list|id|field` gathers rows `{ fassung: id, field }`. What is left empty is left out; blanks at the ends of
 * what is not stay, because they tell one passage from another.
 */
export function bodyFrom(form: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  const rows = new Map<string, Map<string, Record<string, unknown>>>()
  for (const [name, raw] of form) {
    if (typeof raw !== 'string') continue
    const value = raw.trim() === '' ? '' : raw
    if (name.endsWith('[]')) {
      const key = name.slice(0, -2)
      const known = (body[key] ?? []) as string[]
      body[key] = value === '' ? known : [...known, value]
    } else if (name.startsWith('zahl:')) {
      if (value !== '') body[name.slice('zahl:'.length)] = Number(value)
    } else if (name.includes('|')) {
      const [list = '', key = '', field = ''] = name.split('|')
      const inList = rows.get(list) ?? new Map<string, Record<string, unknown>>()
      rows.set(list, inList)
      const row = inList.get(key) ?? { fassung: key }
      inList.set(key, row)
      if (value !== '') row[field] = value
    } else if (value !== '') body[name] = value
  }
  for (const [list, inList] of rows) body[list] = [...inList.values()]
  return body
}
