import { useEffect, type RefObject } from 'react'
import { isElement, isTag } from '../dom-kinds.ts'

// The first load of the panel has this file.

type TextField = HTMLInputElement | HTMLTextAreaElement

const isTextField = (target: EventTarget | null): target is TextField =>
  isTag(target, 'input', 'textarea') && target.type !== 'radio'

/** Windows reports AltGr, which types characters such as @, as Ctrl+Alt. */
const isTyped = (event: KeyboardEvent) =>
  /^.$/u.test(event.key) &&
  (event.getModifierState('AltGraph') || !(event.ctrlKey || event.metaKey || event.altKey))

/**
 * Keeps the letters that the agent types before a field has been loaded, and writes them into the field when it gets the focus.
 * A click, Tab, or the focus in another field stops this.
 */
export function holdLetters(panel: Element, isMeant: (field: TextField) => boolean): void {
  const holding = new AbortController()
  const { signal } = holding
  const page = panel.ownerDocument
  const end = () => holding.abort()
  let letters = ''
  const onKeyDown = (event: KeyboardEvent) => {
    const isHere = event.target === page.body || event.composedPath().includes(panel)
    if (event.key === 'Tab') end()
    if (!isHere) return
    // Without a letter before it, a space presses the control that has the focus.
    if (isTyped(event) && (letters !== '' || event.key !== ' ')) letters += event.key
    else if (event.key === 'Backspace' && letters !== '') letters = letters.slice(0, -1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onFocus = ({ target }: Event) => {
    if (!isTextField(target)) return
    end()
    // The code that moved the focus may select the text of the field next.
    if (isMeant(target) && letters !== '') queueMicrotask(() => write(target, letters))
  }
  page.addEventListener('keydown', onKeyDown, { capture: true, signal })
  page.addEventListener('click', end, { capture: true, signal })
  panel.addEventListener('focusin', onFocus, { signal })
}

function write(field: TextField, letters: string): void {
  const end = field.value.length
  field.setRangeText(letters, field.selectionStart ?? end, field.selectionEnd ?? end, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/**
 * The agent opens a section and types at once, but its first field gets the focus only when it has been loaded. Until then this
 * keeps the letters.
 */
export function useHeldLetters(panelRef: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const panel = panelRef.current
    if (!panel) return undefined
    const onClick = ({ target }: Event) => {
      const part = isElement(target) ? target.closest('summary')?.parentElement : undefined
      if (isTag(part, 'details') && !part.open) holdLetters(panel, (field) => part.contains(field))
    }
    panel.addEventListener('click', onClick)
    return () => panel.removeEventListener('click', onClick)
  }, [panelRef])
}
