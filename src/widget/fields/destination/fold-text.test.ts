import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from './fold-text.ts'

describe('foldText()', () => {
  it.each([
    ['RÉSUMÉ', 'resume'],
    ['Müller', 'muller'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Łukasz', 'lukasz'],
    ['İstanbul', 'istanbul'],
    ['ISPARTA', 'isparta'],
    ['ısparta', 'isparta'],
    ['Ångström Øst', 'angstrom ost'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδός', 'οδοσ'],
    ['Ёлка', 'елка'],
    ['ＡＢＣ１２', 'abc12'],
    ['退款 审批', '退款 审批'],
    ['  two \t spaces ', 'two spaces'],
    ['left\u200eright', 'leftright'],
  ])('compares %s as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  it('keeps marks that change the word', () => {
    expect(foldText('が')).not.toBe(foldText('か'))
    expect(foldText('की')).not.toBe(foldText('का'))
  })

  it('compares precomposed and decomposed letters as the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')))
      }),
    )
  })

  it('compares each letter of Unicode the same in either case', () => {
    const letters = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code)).filter((each) =>
      /\p{L}/u.test(each),
    )
    const kept = letters.filter(
      (letter) =>
        foldText(letter.toUpperCase()) !== foldText(letter) ||
        foldText(letter.toLowerCase()) !== foldText(letter),
    )
    expect(kept).toEqual([])
  })

  it('does not change a folded text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })
})
