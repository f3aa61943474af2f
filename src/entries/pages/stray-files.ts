interface Dragging {
  readonly defaultPrevented: boolean
  readonly preventDefault: () => void
  readonly dataTransfer: Pick<DataTransfer, 'types' | 'dropEffect'> | null
}

/** The part of a window that hears what is dragged over it. */
export interface DraggedOver {
  readonly addEventListener: (type: 'dragover' | 'drop', listener: (event: Dragging) => void) => void
}

function refuse(event: Dragging): void {
  const { dataTransfer } = event
  // The form takes files itself, and a marked text belongs to the field it is dropped on.
  if (event.defaultPrevented || !dataTransfer?.types.includes('Files')) return
  event.preventDefault()
  dataTransfer.dropEffect = 'none'
}

/** A browser leaves the page for a file that is dropped beside the form, and a call and files on their way go with the page. */
export function refuseStrayFiles(page: DraggedOver): void {
  page.addEventListener('dragover', refuse)
  page.addEventListener('drop', refuse)
}
