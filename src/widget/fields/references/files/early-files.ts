import { bringsFiles, incomingFiles, type Incoming, type IncomingFiles } from './incoming-files.ts'

// The first load of the panel has this file.

interface Early {
  files: readonly IncomingFiles[]
  readonly stop: () => void
}

/** By their forms. */
const waiting = new WeakMap<EventTarget, Early>()

interface Dragging extends Event {
  readonly dataTransfer?: (Incoming & { dropEffect: string }) | null
}

/**
 * Keeps files that the agent drops before the code that takes them has been loaded: a browser would leave a page around the
 * panel for them. Returns how to stop.
 */
export function keepEarlyFiles(form: EventTarget, panel: EventTarget): () => void {
  const dragged = (event: Dragging) => {
    const { dataTransfer } = event
    if (!dataTransfer || !bringsFiles(dataTransfer)) return
    event.preventDefault()
    dataTransfer.dropEffect = 'copy'
    if (event.type === 'drop') early.files = [...early.files, incomingFiles(dataTransfer)]
  }
  const kinds = ['dragover', 'drop']
  const stop = () => {
    for (const kind of kinds) panel.removeEventListener(kind, dragged)
    waiting.delete(form)
  }
  for (const kind of kinds) panel.addEventListener(kind, dragged)
  const early: Early = { files: [], stop }
  waiting.set(form, early)
  return stop
}

/** The files that have come to a form so far. From now on the caller takes them. */
export function takeEarlyFiles(form: EventTarget): readonly IncomingFiles[] {
  const early = waiting.get(form)
  early?.stop()
  return early?.files ?? []
}
