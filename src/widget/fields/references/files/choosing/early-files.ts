import { bringsFiles, incomingFiles, type Incoming, type IncomingFiles } from './incoming-files.ts'
import { pastedFiles } from './pasted-files.ts'

// Keep this file small: it is part of the first load.

/** Files that were dropped or pasted before the code for files was loaded. */
export interface EarlyFiles extends IncomingFiles {
  readonly way: 'dropped' | 'pasted'
}

interface Early {
  files: readonly EarlyFiles[]
  readonly stop: () => void
}

/** The waiting files of each form. */
const waiting = new WeakMap<EventTarget, Early>()

interface Bringing extends Event {
  readonly dataTransfer?: (Incoming & { dropEffect: string }) | null
  readonly clipboardData?: Incoming | null
}

/**
 * Keeps files that the agent drops or pastes before the code for files has been loaded. Otherwise the browser would open a
 * dropped file in place of the page, and would ignore a pasted one. Returns a function that stops this.
 */
export function keepEarlyFiles(form: EventTarget, panel: EventTarget): () => void {
  const keep = (incoming: IncomingFiles, way: EarlyFiles['way']) => {
    early.files = [...early.files, { ...incoming, way }]
  }
  const dragged = (event: Bringing) => {
    const { dataTransfer } = event
    if (!dataTransfer || !bringsFiles(dataTransfer)) return
    event.preventDefault()
    dataTransfer.dropEffect = 'copy'
    if (event.type === 'drop') keep(incomingFiles(dataTransfer), 'dropped')
  }
  const pasted = (event: Bringing) => {
    const incoming = event.clipboardData && pastedFiles(event.clipboardData)
    if (!incoming || (incoming.files.length === 0 && !incoming.hasFolder)) return
    event.preventDefault()
    keep(incoming, 'pasted')
  }
  const kinds = ['dragover', 'drop']
  const stop = () => {
    for (const kind of kinds) panel.removeEventListener(kind, dragged)
    form.removeEventListener('paste', pasted)
    waiting.delete(form)
  }
  for (const kind of kinds) panel.addEventListener(kind, dragged)
  form.addEventListener('paste', pasted)
  const early: Early = { files: [], stop }
  waiting.set(form, early)
  return stop
}

/** Returns the files that have come to a form so far. Later files go to the caller's own listeners. */
export function takeEarlyFiles(form: EventTarget): readonly EarlyFiles[] {
  const early = waiting.get(form)
  early?.stop()
  return early?.files ?? []
}
