interface Dragging {
  readonly defaultPrevented: boolean
  readonly preventDefault: () => void
  readonly dataTransfer: Pick<DataTransfer, 'types' | 'dropEffect'> | null
}

/** The part of a window that receives drag events. */
export interface DraggedOver {
  readonly addEventListener: (type: 'dragover' | 'drop', listener: (event: Dragging) => void) => void
}

function refuse(event: Dragging): void {
  const { dataTransfer } = event
  // The form handles its own files, and a dragged text belongs to the field where it is dropped.
  if (event.defaultPrevented || !dataTransfer?.types.includes('Files')) return
  event.preventDefault()
  dataTransfer.dropEffect = 'none'
}

/**
 * If a file is dropped beside the form, the browser would open it in place of the page. A call and running uploads would be
 * lost.
 */
export function refuseStrayFiles(page: DraggedOver): void {
  page.addEventListener('dragover', refuse)
  page.addEventListener('drop', refuse)
}
