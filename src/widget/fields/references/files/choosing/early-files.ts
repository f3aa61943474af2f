import { bringsFiles, incomingFiles, type Incoming, type IncomingFiles } from './incoming-files.ts'
import { pastedFiles } from './pasted-files.ts'

// The first load of the panel has this file.

/** Files that came before the code that takes them, and how. */
export interface EarlyFiles extends IncomingFiles {
  readonly way: 'dropped' | 'pasted'
}

interface Early {
  files: readonly EarlyFiles[]
  readonly stop: () => void
}

/** By their forms. */
const waiting = new WeakMap<EventTarget, Early>()

interface Bringing extends Event {
  readonly dataTransfer?: (Incoming & { dropEffect: string }) | null
  readonly clipboardData?: Incoming | null
}

/**
 * Keeps files that the agent drops or pastes before the code that takes them has been loaded: a browser would leave a page around
 * the panel for a dropped one, and would do nothing with a pasted one. Returns how to stop.
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

/** The files that have come to a form so far. From now on the caller takes them. */
export function takeEarlyFiles(form: EventTarget): readonly EarlyFiles[] {
  const early = waiting.get(form)
  early?.stop()
  return early?.files ?? []
}
