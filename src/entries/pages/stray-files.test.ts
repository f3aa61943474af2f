import { describe, expect, it } from 'vitest'
import { refuseStrayFiles, type DraggedOver } from './stray-files.ts'

type Dragging = Parameters<Parameters<DraggedOver['addEventListener']>[1]>[0]

/** Whether the browser's default action for the drop stays on. */
function isLeftToBrowser(types: readonly string[], { isTaken = false } = {}): boolean {
  const listeners: ((event: Dragging) => void)[] = []
  refuseStrayFiles({
    addEventListener: (type, listener) => {
      if (type === 'drop') listeners.push(listener)
    },
  })
  let isPrevented = isTaken
  let refusals = 0
  for (const listener of listeners) {
    listener({
      defaultPrevented: isPrevented,
      preventDefault: () => {
        isPrevented = true
        refusals += 1
      },
      dataTransfer: { types, dropEffect: 'copy' },
    })
  }
  return refusals === 0
}

describe('a drop on the page', () => {
  it('of a file beside the form does not leave the page for the file', () => {
    expect(isLeftToBrowser(['Files'])).toBe(false)
  })

  it('of a file that the form takes is left to the form', () => {
    expect(isLeftToBrowser(['Files'], { isTaken: true })).toBe(true)
  })

  it('of a marked text is left to the browser', () => {
    expect(isLeftToBrowser(['text/plain'])).toBe(true)
  })
})
