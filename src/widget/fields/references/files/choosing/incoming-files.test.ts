import { describe, expect, it } from 'vitest'
import { incomingFiles, type Incoming } from './incoming-files.ts'
import { pastedFiles } from './pasted-files.ts'
import { pastedName } from './pasted-name.ts'

interface Part {
  readonly file: File
  readonly isFolder?: boolean
}

/** The data that a browser passes on with a paste or a drop. */
function transfer(parts: readonly Part[], texts: Readonly<Record<string, string>> = {}): Incoming {
  const files = parts.map(({ file }) => file)
  return {
    files,
    items: parts.map(({ isFolder = false }) => ({
      kind: 'file',
      webkitGetAsEntry: () => ({ isDirectory: isFolder }),
    })),
    types: [...Object.keys(texts), ...(files.length > 0 ? ['Files'] : [])],
    getData: (type) => texts[type] ?? '',
  }
}

const picture = new File(['x'], 'image.png', { type: 'image/png' })
const letter = new File(['x'], 'letter.pdf', { type: 'application/pdf' })

const names = ({ files }: { readonly files: readonly File[] }) => files.map(({ name }) => name)

describe('a paste', () => {
  it('of a screenshot brings the picture', () => {
    expect(names(pastedFiles(transfer([{ file: picture }])))).toEqual(['image.png'])
  })

  it('of a picture on a web page brings the picture, though its address comes with it', () => {
    const data = transfer([{ file: picture }], { 'text/html': '<img src="https://shop.example/1.png">' })
    expect(names(pastedFiles(data))).toEqual(['image.png'])
  })

  it('of a file brings it, though a file manager writes its name beside it', () => {
    const data = transfer([{ file: letter }], { 'text/plain': 'letter.pdf' })
    expect(names(pastedFiles(data))).toEqual(['letter.pdf'])
  })

  it('of cells is a text, though a spreadsheet copies a picture of them', () => {
    const data = transfer([{ file: picture }], { 'text/plain': 'Order\t48213', 'text/html': '<table>' })
    expect(pastedFiles(data)).toEqual({ files: [], hasFolder: false })
  })
})

describe('a drop', () => {
  it('leaves folders out, and says so', () => {
    const folder = new File([], 'letters')
    expect(incomingFiles(transfer([{ file: folder, isFolder: true }, { file: letter }]))).toEqual({
      files: [letter],
      hasFolder: true,
    })
  })
})

describe('pastedName()', () => {
  const clock = { date: '2026-11-29', time: '19:42', seconds: 7 }

  it('names a screenshot by the clock of the agent', () => {
    expect(pastedName('image.png', clock)).toBe('Screenshot 2026-11-29 19.42.07.png')
    expect(pastedName('image.JPEG', clock)).toBe('Screenshot 2026-11-29 19.42.07.jpeg')
  })

  it('leaves the name of a copied file', () => {
    expect(pastedName('letter.pdf', clock)).toBe('letter.pdf')
    expect(pastedName('my image.png', clock)).toBe('my image.png')
  })
})
