/** The members of a file input that this code uses. */
export interface FileInput extends EventTarget {
  readonly files: Iterable<File> | null
  multiple: boolean
  value: string
  readonly click: () => void
}

export interface Wanted {
  readonly chosen: (files: readonly File[]) => void
  readonly isOne?: boolean
}

export interface FileChoices {
  /** Opens the browser's list of files. */
  readonly open: (input: FileInput, wanted: Wanted) => void
  /**
   * Handles a change of the input's files. If no button was pressed, because a tool has set the files, they go to `otherwise`.
   */
  readonly changed: (input: FileInput, event: Event, otherwise: Wanted['chosen']) => void
}

function take({ files }: FileInput, chosen: Wanted['chosen']): void {
  const all = [...(files ?? [])]
  if (all.length > 0) chosen(all)
}

/**
 * Files that the agent chooses go to the draft for which the file dialog was opened, even if another draft is shown by then. In
 * that case the input has left the page, so only a listener on the input itself gets its `change`.
 */
export function createFileChoices(): FileChoices {
  let opened: AbortController | undefined
  /** The change that went to the draft for which the list was opened. */
  let taken: Event | undefined
  return {
    open: (input, { chosen, isOne }) => {
      // An earlier dialog may have been closed without a choice.
      opened?.abort()
      const controller = new AbortController()
      opened = controller
      input.multiple = isOne !== true
      // Without this, choosing the same file again would send no `change`.
      input.value = ''
      input.addEventListener(
        'change',
        (event) => {
          taken = event
          controller.abort()
          take(input, chosen)
        },
        { signal: controller.signal },
      )
      input.click()
    },
    changed: (input, event, otherwise) => {
      if (event !== taken) take(input, otherwise)
      taken = undefined
    },
  }
}
