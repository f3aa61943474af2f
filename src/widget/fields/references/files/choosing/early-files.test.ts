import { describe, expect, it } from 'vitest'
import { keepEarlyFiles, takeEarlyFiles } from './early-files.ts'

const photo = new File(['x'], 'photo.png')

function broughtBy(types: readonly string[]) {
  const files = types.includes('Files') ? [photo] : []
  const items = files.map(() => ({ kind: 'file', webkitGetAsEntry: () => ({ isDirectory: false }) }))
  return { files, items, types, getData: () => '' }
}

function dragOf(type: 'dragover' | 'drop', types: readonly string[] = ['Files']) {
  const dataTransfer = { ...broughtBy(types), dropEffect: 'none' }
  return Object.assign(new Event(type, { cancelable: true }), { dataTransfer })
}

const pasteOf = (types: readonly string[]) =>
  Object.assign(new Event('paste', { cancelable: true }), { clipboardData: broughtBy(types) })

describe('files that come before the code that takes them', () => {
  it('wait for that code, and the browser does not leave the page for them', () => {
    const [form, panel] = [new EventTarget(), new EventTarget()]
    keepEarlyFiles(form, panel)
    const events = [dragOf('dragover'), dragOf('drop'), dragOf('drop')]
    for (const event of events) panel.dispatchEvent(event)

    expect(events.map(({ defaultPrevented }) => defaultPrevented)).toEqual([true, true, true])
    expect(events[0]?.dataTransfer.dropEffect).toBe('copy')
    const photoAlone = { files: [photo], hasFolder: false, way: 'dropped' }
    expect(takeEarlyFiles(form)).toEqual([photoAlone, photoAlone])
  })

  it('also wait when they are pasted, and a pasted text stays with its field', () => {
    const form = new EventTarget()
    keepEarlyFiles(form, form)
    const [picture, text] = [pasteOf(['Files']), pasteOf(['text/plain'])]
    form.dispatchEvent(picture)
    form.dispatchEvent(text)

    expect([picture.defaultPrevented, text.defaultPrevented]).toEqual([true, false])
    expect(takeEarlyFiles(form)).toEqual([{ files: [photo], hasFolder: false, way: 'pasted' }])
  })

  it('are taken once, and later files are left to the code that has been loaded', () => {
    const form = new EventTarget()
    keepEarlyFiles(form, form)
    takeEarlyFiles(form)
    const drop = dragOf('drop')
    form.dispatchEvent(drop)

    expect(drop.defaultPrevented).toBe(false)
    expect(takeEarlyFiles(form)).toEqual([])
  })

  it('disappear with their form', () => {
    const form = new EventTarget()
    const stop = keepEarlyFiles(form, form)
    form.dispatchEvent(dragOf('drop'))
    stop()

    expect(takeEarlyFiles(form)).toEqual([])
  })

  it('do not include a dragged text, which belongs to its field', () => {
    const form = new EventTarget()
    keepEarlyFiles(form, form)
    const drop = dragOf('drop', ['text/plain'])
    form.dispatchEvent(drop)

    expect(drop.defaultPrevented).toBe(false)
    expect(takeEarlyFiles(form)).toEqual([])
  })
})
