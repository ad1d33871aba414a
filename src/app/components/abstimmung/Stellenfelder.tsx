'use client'
import { toast } from '@payloadcms/ui'
import { useId, useState } from 'react'

/** How much of the surroundings is sent along, characters; the house keeps as much as it needs. */
const UMGEBUNG = 60

/**
 * The words that a comment is about: marked in the text and taken over, or written by hand. `bereich` is the id of the
 * element that holds the words of the module.
 */
export function Stellenfelder({ bereich }: { readonly bereich: string }) {
  const id = useId()
  const [worte, setWorte] = useState('')
  const [umgebung, setUmgebung] = useState({ davor: '', danach: '' })

  const takeOver = (): void => {
    const marked = markedIn(bereich)
    if (!marked) {
      toast.info('Bitte markieren Sie zuerst Wörter in diesem Modul.')
      return
    }
    setWorte(marked.worte)
    setUmgebung({ davor: marked.davor, danach: marked.danach })
  }

  return (
    <div className="stichtag-abst__stelle">
      <label htmlFor={id}>Stelle, um die es geht (freiwillig): Wörter aus dem Text</label>
      <div>
        <input
          id={id}
          name="worte"
          onChange={(event) => {
            setWorte(event.target.value)
            setUmgebung({ davor: '', danach: '' })
          }}
          type="text"
          value={worte}
        />
        <button
          onClick={takeOver}
          // A press must not take the marked words away.
          onMouseDown={(event) => {
            event.preventDefault()
          }}
          type="button"
        >
          Markierte Wörter übernehmen
        </button>
      </div>
      <input name="davor" type="hidden" value={umgebung.davor} />
      <input name="danach" type="hidden" value={umgebung.danach} />
    </div>
  )
}

function markedIn(
  bereich: string,
): { readonly worte: string; readonly davor: string; readonly danach: string } | null {
  const root = document.getElementById(bereich)
  const selection = window.getSelection()
  if (!root || !selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!root.contains(range.commonAncestorContainer)) return null
  const before = document.createRange()
  before.setStart(root, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const after = document.createRange()
  after.setStart(range.endContainer, range.endOffset)
  after.setEnd(root, root.childNodes.length)
  const worte = wordsOf(range).trim()
  return worte === ''
    ? null
    : { worte, davor: wordsOf(before).slice(-UMGEBUNG), danach: wordsOf(after).slice(0, UMGEBUNG) }
}

/** Without the words that only say what a colour says. */
function wordsOf(range: Range): string {
  const copy = range.cloneContents()
  for (const each of copy.querySelectorAll('[data-ohne-text]')) each.remove()
  return copy.textContent
}
