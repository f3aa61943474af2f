import {
  bringsFiles,
  incomingFiles,
  pastedFiles,
  type Incoming,
  type IncomingFiles,
} from './incoming-files.ts'

// The first load of the panel has this file.

export interface EarlyFile extends IncomingFiles {
  readonly way: 'dropped' | 'pasted'
}

interface Waiting {
  readonly files: readonly EarlyFile[]
  readonly stop: () => void
}

/** By their forms. */
const waiting = new WeakMap<EventTarget, Waiting>()

interface Carrying extends Event {
  readonly dataTransfer?: (Incoming & { dropEffect: string }) | null
  readonly clipboardData?: Incoming | null
}

/**
 * Keeps files that the agent drops or pastes before the code that takes them has been loaded. Without this, the browser would
 * leave a page around the panel for a dropped file. Returns how to stop.
 */
export function keepEarlyFiles(form: EventTarget, panel: EventTarget = form): () => void {
  let files: readonly EarlyFile[] = []
  const keep = (event: Event, way: EarlyFile['way'], found: IncomingFiles) => {
    if (found.files.length === 0 && !found.hasFolder) return
    event.preventDefault()
    files = [...files, { ...found, way }]
    waiting.set(form, { files, stop })
  }
  const dragged = (event: Carrying) => {
    const { dataTransfer } = event
    if (!dataTransfer || !bringsFiles(dataTransfer)) return
    event.preventDefault()
    dataTransfer.dropEffect = 'copy'
    if (event.type === 'drop') keep(event, 'dropped', incomingFiles(dataTransfer))
  }
  const pasted = (event: Carrying) => {
    if (event.clipboardData) keep(event, 'pasted', pastedFiles(event.clipboardData))
  }
  const stop = () => {
    panel.removeEventListener('dragover', dragged)
    panel.removeEventListener('drop', dragged)
    form.removeEventListener('paste', pasted)
    waiting.delete(form)
  }
  panel.addEventListener('dragover', dragged)
  panel.addEventListener('drop', dragged)
  form.addEventListener('paste', pasted)
  waiting.set(form, { files, stop })
  return stop
}

/** The files that have come to a form so far. From now on the caller takes them. */
export function takeEarlyFiles(form: EventTarget): readonly EarlyFile[] {
  const { files = [], stop } = waiting.get(form) ?? {}
  stop?.()
  return files
}
