/**
 * What Payload's admin leaves unnamed for people who do not see it (BITV 2.0, WCAG 2.2 AA; measured with axe-core by
 * `tests/produkt/redaktion.test.ts`). Each row names what it mends and how. Once Payload does it itself, the row goes: a row that finds
 * nothing costs nothing.
 */
const MENDS: readonly { readonly find: string; readonly mend: (found: Element) => void }[] = [
  // Landmarks: login has no main, lists and the dashboard neither, and the head of a document lies outside of it.
  { find: '.template-minimal__wrap', mend: set('role', 'main') },
  { find: '.template-default__wrap > div:is(.collection-list, .gutter)', mend: mendContent },
  { find: '.list-header', mend: set('role', 'group', 'aria-label', 'Liste') },
  { find: 'ul.doc-tabs__tabs', mend: set('role', 'group', 'aria-label', 'Ansichten') },
  // Headings: h1 is followed by h3.
  {
    find: 'h3:is(.group-field__title, .array-field__title)',
    mend: (title) => {
      title.setAttribute('aria-level', String(2 + depthOf(title)))
    },
  },
  { find: '.relationship-table h4, .payload-settings h3', mend: set('aria-level', '2') },
  // Choices: the label of a select belongs to nothing, its two buttons are hidden from some and reached by all.
  { find: 'input[role=combobox]', mend: nameAfterField },
  {
    find: ':is(.clear-indicator, .dropdown-indicator)[aria-hidden=true]',
    mend: set('tabindex', '-1'),
  },
  { find: '.multi-value', mend: mendMultiValue },
  { find: '[aria-label^="Edit "]', mend: translateEdit },
  // The text editor and its toolbar.
  { find: '.ContentEditable__root', mend: nameAfterField },
  { find: '[data-button-key]', mend: nameToolbarButton },
  { find: '.toolbar-popup__dropdown-text', mend: name('Absatzformat') },
  { find: '.insert-paragraph-at-end', mend: name('Absatz am Ende einfügen') },
  { find: '.add-block-menu', mend: name('Absatz einfügen') },
  { find: '.draggable-block-menu', mend: name('Absatz verschieben') },
  { find: '.link-edit', mend: name('Link bearbeiten') },
  { find: '.link-trash', mend: name('Link entfernen') },
  // Rows of repeated groups.
  { find: '.collapsible__drag', mend: nameAfterRow('Verschieben') },
  { find: '.array-actions__button', mend: nameAfterRow('Weitere Aktionen') },
  { find: '.clipboard-action__popup button', mend: name('Kopieren und einfügen') },
  { find: '[aria-roledescription=sortable]', mend: set('aria-roledescription', 'verschiebbar') },
  { find: 'body div[style="display: none;"]', mend: translateDragHint },
  // Lists.
  { find: '.drawer-link__doc-drawer-toggler', mend: nameAfterCell('Öffnen') },
  { find: '#select-all', mend: nameSelectAll },
  { find: '.select-row__checkbox input', mend: nameSelectRow },
  { find: '.clickable-arrow--left', mend: name('Vorherige Seite') },
  { find: '.clickable-arrow--right', mend: name('Nächste Seite') },
  {
    find: '.paginator__page',
    mend: (page) => page.setAttribute('aria-label', `Seite ${page.textContent}`),
  },
  // Documents.
  { find: '.doc-controls__popup .popup-button', mend: name('Weitere Aktionen') },
  { find: '.tabs-field__tab-button', mend: mendTab },
]

/** Mends what is there and what comes, until the returned function is called. */
export function keepAccessible(root: HTMLElement): () => void {
  let frame = 0
  const mendAll = (): void => {
    frame = 0
    for (const { find, mend } of MENDS) root.querySelectorAll(find).forEach(mend)
  }
  const later = (): void => {
    frame ||= requestAnimationFrame(mendAll)
  }
  const observer = new MutationObserver(later)
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['class'] })
  later()
  return () => {
    observer.disconnect()
    cancelAnimationFrame(frame)
  }
}

/** Sets attributes; only where they differ, so that nothing is done twice. */
function set(...pairs: readonly string[]): (found: Element) => void {
  return (found) => {
    for (let index = 0; index < pairs.length; index += 2) {
      const [attribute = '', value = ''] = pairs.slice(index)
      if (found.getAttribute(attribute) !== value) found.setAttribute(attribute, value)
    }
  }
}

function name(text: string): (found: Element) => void {
  return set('aria-label', text, 'title', text)
}

/** A list or the dashboard is the main part; the head of a document stands beside its own main. */
function mendContent(found: Element): void {
  const hasMain = found.parentElement?.querySelector(':scope > main') !== null
  if (hasMain) set('role', 'region', 'aria-label', 'Dokument')(found)
  else set('role', 'main')(found)
}

function depthOf(title: Element): number {
  let depth = 0
  const own = title.closest('.group-field, .array-field')
  for (let outer = own?.parentElement; outer; outer = outer.parentElement) {
    if (outer.matches('.group-field, .array-field')) depth += 1
  }
  return Math.min(depth, 3)
}

/** A field is called by its label, and by the group it stands in where the label alone is “Text”. */
function nameAfterField(found: Element): void {
  const label = labelOf(found)
  if (label !== '') set('aria-label', label)(found)
}

function labelOf(found: Element): string {
  const own = textOf(found.closest('.field-type')?.querySelector('.field-label'))
  const group = textOf(found.closest('.group-field')?.querySelector('.group-field__title'))
  const parts = [group, own].filter(
    (part, index, all) => part !== '' && all.indexOf(part) === index,
  )
  if (parts.length > 0) return parts.join(': ')
  return found.closest('.app-header') ? 'Ansicht der Startseite' : ''
}

function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace('*', '').trim()
}

const TOOLBAR: Readonly<Record<string, string>> = {
  bold: 'Fett',
  italic: 'Kursiv',
  subscript: 'Tiefgestellt',
  superscript: 'Hochgestellt',
  link: 'Link',
}

function nameToolbarButton(button: Element): void {
  const text = TOOLBAR[button.getAttribute('data-button-key') ?? '']
  if (text === undefined) return
  name(text)(button)
  set('aria-pressed', String(button.classList.contains('active')))(button)
}

function nameAfterRow(act: string): (found: Element) => void {
  return (found) => {
    const row = textOf(
      found.closest('.array-field__row')?.querySelector('.array-field__row-header'),
    )
    set('aria-label', row === '' ? act : `${act}: ${row}`)(found)
  }
}

/** A chosen value that can be dragged is no button: it holds one. */
function mendMultiValue(value: Element): void {
  value.removeAttribute('role')
  value.removeAttribute('tabindex')
  value.removeAttribute('aria-roledescription')
  value.removeAttribute('aria-disabled')
}

function translateEdit(button: Element): void {
  const label = button.getAttribute('aria-label') ?? ''
  button.setAttribute('aria-label', label.replace(/^Edit /, 'Bearbeiten: '))
}

function translateDragHint(hint: Element): void {
  if (!hint.textContent.trim().startsWith('To pick up')) return
  hint.textContent =
    'Zum Aufnehmen die Leertaste drücken, mit den Pfeiltasten verschieben, mit der Leertaste ablegen, mit Escape abbrechen.'
}

function nameSelectAll(box: Element): void {
  box.removeAttribute('aria-labelledby')
  name('Alle auf dieser Seite auswählen')(box)
}

function nameAfterCell(act: string): (found: Element) => void {
  return (found) => {
    name(`${act}: ${textOf(found.closest('td'))}`)(found)
  }
}

function nameSelectRow(box: Element): void {
  const title = textOf(box.closest('tr')?.querySelector('td:nth-child(2)'))
  set('aria-label', title === '' ? 'Auswählen' : `${title} auswählen`)(box)
}

function mendTab(tab: Element): void {
  set('aria-pressed', String(tab.classList.contains('tabs-field__tab-button--active')))(tab)
}
