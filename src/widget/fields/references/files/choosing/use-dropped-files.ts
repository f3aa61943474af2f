import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { isNode } from '../../../../controls/dom-kinds.ts'
import { shownPart, watchShownPart } from '../../../../controls/shown-part.ts'
import { takeEarlyFiles } from './early-files.ts'
import { bringsFiles, incomingFiles, type IncomingFiles } from './incoming-files.ts'
import { pastedFiles } from './pasted-files.ts'

export interface DropPlace {
  /** Any element inside the form that the files belong to. */
  readonly inside: RefObject<HTMLElement | null>
  readonly canAdd: boolean
  /** Shown over the panel while files are dragged over it. */
  readonly invitation: string
  readonly onFiles: (incoming: IncomingFiles, way: 'dropped' | 'pasted') => void
}

/** Takes files that the agent drops or pastes anywhere in the form. */
export function useDroppedFiles(place: DropPlace): void {
  const latest = useRef(place)
  useLayoutEffect(() => {
    latest.current = place
  })
  const { inside } = place
  useEffect(() => {
    const form = inside.current?.closest('form')
    if (!form) return undefined
    for (const incoming of takeEarlyFiles(form)) {
      if (latest.current.canAdd) latest.current.onFiles(incoming, incoming.way)
    }
    return listenForFiles(form, () => latest.current)
  }, [inside])
}

/** A task that is being sent must not be changed. */
const isLocked = (form: HTMLFormElement) => form.querySelector('fieldset:disabled') !== null

/** The data of a drag with files. The browser would open these files in place of the page. */
function filesIn(event: DragEvent): DataTransfer | undefined {
  const { dataTransfer } = event
  if (!dataTransfer || !bringsFiles(dataTransfer)) return undefined
  event.preventDefault()
  return dataTransfer
}

/** Covers what is in view of the panel with the invitation. */
function invite(panel: HTMLElement, invitation: string): () => void {
  panel.dataset['invitation'] = invitation
  const stop = watchShownPart(panel, () => {
    const { top, bottom } = panel.getBoundingClientRect()
    const shown = shownPart(panel)
    const topPx = Math.max(shown.topPx, top)
    panel.style.setProperty('--tl-view-start', `${topPx - top}px`)
    panel.style.setProperty('--tl-view-size', `${Math.min(shown.bottomPx, bottom) - topPx}px`)
  })
  return () => {
    stop()
    delete panel.dataset['invitation']
  }
}

function listenForFiles(form: HTMLFormElement, place: () => DropPlace): () => void {
  // Listens on the whole panel, so that the browser does not open a file that is dropped beside the form.
  const panel = form.closest<HTMLElement>('.tl-panel') ?? form
  let invited: (() => void) | undefined
  const uninvite = () => {
    invited?.()
    invited = undefined
  }
  const dragged = (event: DragEvent) => {
    const dataTransfer = filesIn(event)
    if (!dataTransfer) return
    const { canAdd, invitation } = place()
    const isWelcome = canAdd && !isLocked(form)
    dataTransfer.dropEffect = isWelcome ? 'copy' : 'none'
    if (isWelcome) invited ??= invite(panel, invitation)
  }
  const left = ({ relatedTarget }: DragEvent) => {
    if (!isNode(relatedTarget) || !panel.contains(relatedTarget)) uninvite()
  }
  const dropped = (event: DragEvent) => {
    uninvite()
    const dataTransfer = filesIn(event)
    if (dataTransfer && place().canAdd && !isLocked(form))
      place().onFiles(incomingFiles(dataTransfer), 'dropped')
  }
  const pasted = (event: ClipboardEvent) => {
    const { clipboardData } = event
    if (!clipboardData || !place().canAdd || isLocked(form)) return
    const incoming = pastedFiles(clipboardData)
    if (incoming.files.length === 0 && !incoming.hasFolder) return
    event.preventDefault()
    place().onFiles(incoming, 'pasted')
  }
  panel.addEventListener('dragenter', dragged)
  panel.addEventListener('dragover', dragged)
  panel.addEventListener('dragleave', left)
  panel.addEventListener('drop', dropped)
  form.addEventListener('paste', pasted)
  return () => {
    uninvite()
    panel.removeEventListener('dragenter', dragged)
    panel.removeEventListener('dragover', dragged)
    panel.removeEventListener('dragleave', left)
    panel.removeEventListener('drop', dropped)
    form.removeEventListener('paste', pasted)
  }
}
