import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extensionOf, fileNameFault, fileNameLimit, safeFileName } from './file-name.ts'
import { fileTypeOf } from './file-types.ts'

const faultCode = (name: string) => {
  const fault = fileNameFault(name)
  return typeof fault === 'object' ? fault.code : fault
}

describe('the name of a file', () => {
  it.each([
    'invoice.pdf',
    'Rechnung März 2026.PDF',
    '請求書.xlsx',
    'e\u0301tat.csv',
    '🧾.png',
    'a.b.c.txt',
    `${'x'.repeat(252)}.pdf`,
    `${'🧾'.repeat(252)}.pdf`,
    '-_()[]{}<>:"|?*\'.pdf',
  ])('may be %j', (name) => {
    expect(fileNameFault(name)).toBeUndefined()
  })

  it.each([
    ['', 'file-name-missing'],
    [' invoice.pdf', 'file-name-ends'],
    ['invoice.pdf ', 'file-name-ends'],
    ['invoice.pdf\u00a0', 'file-name-ends'],
    ['.pdf', 'file-name-ends'],
    ['..', 'file-name-ends'],
    ['invoice.pdf.', 'file-name-ends'],
    ['invoice', 'file-extension-missing'],
    ['invoice.an-ending-that-is-long', 'file-extension-missing'],
    ['invoice.p d f', 'file-extension-missing'],
    [`${'x'.repeat(253)}.pdf`, 'file-name-too-long'],
  ])('must not be %j: %s', (name, code) => {
    expect(faultCode(name)).toBe(code)
  })

  it.each([
    ['a right-to-left override', 'invoice\u202Efdp.exe', 7],
    ['a zero-width space', 'in\u200Bvoice.pdf', 2],
    ['a joiner, also within an emoji', '👩\u200D⚕.png', 2],
    ['a line break', 'in\nvoice.pdf', 2],
    ['a line separator', 'in\u2028voice.pdf', 2],
    ['a NUL', 'invoice.pdf\u0000.exe', 11],
    ['a slash', '../invoice.pdf', 2],
    ['a backslash', 'C:\\invoice.pdf', 2],
    ['a lone surrogate', 'in\uD800voice.pdf', 2],
    ['a private character', 'in\uE000voice.pdf', 2],
    ['a character that is none', 'in\uFFFFvoice.pdf', 2],
  ])('must not have %s, and says where', (_, name, at) => {
    expect(fileNameFault(name)).toEqual({ code: 'file-name-invalid', text: name, at })
  })

  it('is judged in a moment, however long a hostile one is', () => {
    const startedAt = performance.now()
    for (const text of [' ', '.', 'x', '\u202E', '🧾']) fileNameFault(text.repeat(300_000))

    expect(performance.now() - startedAt).toBeLessThan(500)
  })
})

describe('extensionOf', () => {
  it.each([
    ['invoice.PDF', 'pdf'],
    ['a.tar.gz', 'gz'],
    ['invoice', ''],
    ['invoice.', ''],
    ['.pdf', 'pdf'],
    ['a.very-long-ending', ''],
    ['constructor', ''],
  ])('of %s is %j', (name, extension) => {
    expect(extensionOf(name)).toBe(extension)
  })
})

const hostileName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom('.', ' ', '/', '\\', 'a', '\u202E', '\u200D', '🧾', '\u0000', '\uD800', 'é'),
  }),
  fc
    .tuple(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.constantFrom('pdf', 'PNG', 'x_-1'))
    .map(([stem, extension]) => `${stem}.${extension}`),
)

describe('a safe name', () => {
  it.each([
    ['invoice.pdf', 'invoice.pdf'],
    ['a/b\u202Efdp.exe', 'a_bfdp.exe'],
    ['C:\\fakepath\\invoice.pdf', 'C:_fakepath_invoice.pdf'],
    ['in\nvoice.pdf', 'in_voice.pdf'],
    [' .invoice .pdf. ', 'invoice.pdf'],
    ['.pdf', 'file.pdf'],
    ['👩\u200D⚕.png', '👩⚕.png'],
    [`${'x'.repeat(300)}.PDF`, `${'x'.repeat(252)}.PDF`],
    ['README', 'README.txt'],
  ])('for %j is %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
  })

  it('for a picture without an ending gets that of its type', () => {
    expect(safeFileName('image', 'image/png')).toBe('image.png')
    expect(safeFileName('image', 'image/jpeg')).toBe('image.jpg')
  })

  it('always has no fault, and is its own safe name', () => {
    fc.assert(
      fc.property(hostileName, (name) => {
        const safe = safeFileName(name)

        expect(fileNameFault(safe)).toBeUndefined()
        expect(Array.from(safe).length).toBeLessThanOrEqual(fileNameLimit)
        expect(safeFileName(safe)).toBe(safe)
      }),
      { numRuns: 500 },
    )
  })

  it('is the name itself where that has no fault', () => {
    fc.assert(
      fc.property(hostileName, (name) => {
        fc.pre(fileNameFault(name) === undefined)

        expect(safeFileName(name)).toBe(name)
      }),
    )
  })

  it('keeps the extension', () => {
    fc.assert(
      fc.property(hostileName, (name) => {
        const extension = extensionOf(name)
        fc.pre(extension !== '')

        expect(extensionOf(safeFileName(name))).toBe(extension)
      }),
    )
  })
})

describe('the type of a stored file', () => {
  it.each([
    ['pdf', 'application/pdf'],
    ['jfif', 'image/jpeg'],
    ['html', 'application/octet-stream'],
    ['svg', 'application/octet-stream'],
    ['constructor', 'application/octet-stream'],
    ['', 'application/octet-stream'],
  ])('%s is %s', (extension, type) => {
    expect(fileTypeOf(extension)).toBe(type)
  })
})
