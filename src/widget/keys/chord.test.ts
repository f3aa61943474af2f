import { describe, expect, it } from 'vitest'
import { chordsOf, type KeyPress } from './chord.ts'

const press = (pressed: Partial<KeyPress>, ...states: readonly string[]): KeyPress => ({
  key: '',
  code: '',
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  isComposing: false,
  getModifierState: (state) => states.includes(state),
  ...pressed,
})

describe('chordsOf()', () => {
  it('names a key with its modifiers', () => {
    expect(chordsOf(press({ key: 'Enter', code: 'Enter', ctrlKey: true }))).toEqual(['Control+Enter'])
    expect(chordsOf(press({ key: 'Enter', code: 'Enter', metaKey: true, shiftKey: true }))).toEqual([
      'Shift+Meta+Enter',
    ])
  })

  it('names a letter in upper case, with and without Shift', () => {
    expect(chordsOf(press({ key: 'k', code: 'KeyK', ctrlKey: true }))).toEqual(['Control+K'])
    expect(chordsOf(press({ key: 'K', code: 'KeyK', altKey: true, shiftKey: true }))).toEqual(['Alt+Shift+K'])
  })

  it('names the letter of the layout, not that of the US keyboard', () => {
    expect(chordsOf(press({ key: 'a', code: 'KeyQ', ctrlKey: true }))).toEqual(['Control+A'])
  })

  it('names the letter of the US keyboard where the layout has other letters', () => {
    expect(chordsOf(press({ key: 'к', code: 'KeyR', ctrlKey: true }))).toEqual(['Control+R'])
  })

  it('names the key of a digit, which is a sign with Shift on a US keyboard', () => {
    const us = press({ key: '%', code: 'Digit5', altKey: true, shiftKey: true })
    const french = press({ key: '5', code: 'Digit5', altKey: true, shiftKey: true })

    expect(chordsOf(us)).toEqual(['Alt+Shift+5', 'Alt+%'])
    expect(chordsOf(french)).toEqual(['Alt+Shift+5'])
  })

  it('finds the slash also where it needs Shift', () => {
    const us = press({ key: '/', code: 'Slash', ctrlKey: true })
    const german = press({ key: '/', code: 'Digit7', ctrlKey: true, shiftKey: true })

    expect(chordsOf(us)).toEqual(['Control+/'])
    expect(chordsOf(german)).toContain('Control+/')
  })

  it('writes plus and space by their names, because plus separates keys', () => {
    expect(chordsOf(press({ key: '+', code: 'BracketRight', ctrlKey: true }))).toEqual(['Control+Plus'])
    expect(chordsOf(press({ key: ' ', code: 'Space', ctrlKey: true }))).toEqual(['Control+Space'])
  })

  it('is empty for a modifier alone, a dead key and an unfinished composition', () => {
    expect(chordsOf(press({ key: 'Control', code: 'ControlLeft', ctrlKey: true }))).toEqual([])
    expect(chordsOf(press({ key: 'Dead', code: 'KeyN', altKey: true }))).toEqual([])
    expect(chordsOf(press({ key: 'Enter', code: 'Enter', isComposing: true }))).toEqual([])
  })

  it('is empty for AltGr, which browsers on Windows report as Ctrl+Alt', () => {
    const euro = press({ key: '€', code: 'KeyE', ctrlKey: true, altKey: true }, 'AltGraph')

    expect(chordsOf(euro)).toEqual([])
  })
})
