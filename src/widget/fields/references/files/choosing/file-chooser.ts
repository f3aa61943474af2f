/** The part of an input for files that choosing needs. */
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
  /** The files of an input have changed. A tool may set them without any button: they go to `otherwise`. */
  readonly changed: (input: FileInput, event: Event, otherwise: Wanted['chosen']) => void
}

function take({ files }: FileInput, chosen: Wanted['chosen']): void {
  const all = [...(files ?? [])]
  if (all.length > 0) chosen(all)
}

/**
 * Files that the agent chooses go to the draft for which the list was opened, although the desk may have turned to another
 * contact meanwhile: then the input has left the page, and only a listener of its own hears of it.
 */
export function createFileChoices(): FileChoices {
  let opened: AbortController | undefined
  /** The change that went to the draft for which the list was opened. */
  let taken: Event | undefined
  return {
    open: (input, { chosen, isOne }) => {
      // The list that was opened before may have been closed without a choice.
      opened?.abort()
      const controller = new AbortController()
      opened = controller
      input.multiple = isOne !== true
      // The same file can be chosen again.
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
