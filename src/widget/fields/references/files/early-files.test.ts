import { describe, expect, it } from 'vitest'
import { keepEarlyFiles, takeEarlyFiles } from './early-files.ts'

const photo = new File(['x'], 'photo.png')

function dragOf(type: 'dragover' | 'drop', types: readonly string[] = ['Files']) {
  const files = types.includes('Files') ? [photo] : []
  const items = files.map(() => ({ kind: 'file', webkitGetAsEntry: () => ({ isDirectory: false }) }))
  const dataTransfer = { files, items, types, getData: () => '', dropEffect: 'none' }
  return Object.assign(new Event(type, { cancelable: true }), { dataTransfer })
}

function pasteOf() {
  const items = [{ kind: 'file', webkitGetAsEntry: () => null }]
  const clipboardData = { files: [photo], items, types: ['Files'], getData: () => '' }
  return Object.assign(new Event('paste', { cancelable: true }), { clipboardData })
}

describe('files that come before the code that takes them', () => {
  it('wait for it, and the browser does not leave the page for them', () => {
    const [form, panel] = [new EventTarget(), new EventTarget()]
    keepEarlyFiles(form, panel)
    const [over, drop, paste] = [dragOf('dragover'), dragOf('drop'), pasteOf()]
    for (const event of [over, drop]) panel.dispatchEvent(event)
    form.dispatchEvent(paste)

    expect([over, drop, paste].every(({ defaultPrevented }) => defaultPrevented)).toBe(true)
    expect(over.dataTransfer.dropEffect).toBe('copy')
    expect(takeEarlyFiles(form)).toEqual([
      { files: [photo], hasFolder: false, way: 'dropped' },
      { files: [photo], hasFolder: false, way: 'pasted' },
    ])
  })

  it('are taken once, and those that come later are left to the code that is there by then', () => {
    const form = new EventTarget()
    keepEarlyFiles(form)
    takeEarlyFiles(form)
    const drop = dragOf('drop')
    form.dispatchEvent(drop)

    expect(drop.defaultPrevented).toBe(false)
    expect(takeEarlyFiles(form)).toEqual([])
  })

  it('are gone with their form', () => {
    const form = new EventTarget()
    const stop = keepEarlyFiles(form)
    form.dispatchEvent(dragOf('drop'))
    stop()

    expect(takeEarlyFiles(form)).toEqual([])
  })

  it('are told apart from a marked text, which belongs to its field', () => {
    const form = new EventTarget()
    keepEarlyFiles(form)
    const drop = dragOf('drop', ['text/plain'])
    form.dispatchEvent(drop)

    expect(drop.defaultPrevented).toBe(false)
    expect(takeEarlyFiles(form)).toEqual([])
  })
})
