import { describe, expect, it } from 'vitest'
import { listAct, type PressedKey } from './list-key.ts'

const pressed = (chord: string): PressedKey => {
  const parts = chord.split('+')
  return {
    key: parts.at(-1) ?? '',
    altKey: parts.includes('Alt'),
    ctrlKey: parts.includes('Control'),
    metaKey: parts.includes('Meta'),
    shiftKey: parts.includes('Shift'),
  }
}

const inState = (isOpen: boolean, isTyping: boolean) => (chord: string) =>
  listAct(pressed(chord), { isOpen, isTyping })

describe('the keys of the list', () => {
  it.each([
    ['ArrowDown', 1, 1],
    ['ArrowUp', -1, -1],
    ['PageDown', 8, undefined],
    ['Alt+ArrowDown', 'open', 'open'],
    ['Alt+ArrowUp', 'close', undefined],
    ['Enter', 'choose', 'choose'],
    ['Shift+Enter', 'favourite', 'favourite'],
    ['Tab', 'go-on', undefined],
    ['Escape', 'close', undefined],
    ['Home', undefined, undefined],
    ['Shift+ArrowDown', undefined, undefined],
    ['a', undefined, undefined],
  ])('%s does %s in an open list, and %s in a closed one', (chord, open, closed) => {
    expect(inState(true, false)(chord)).toBe(open)
    expect(inState(false, false)(chord)).toBe(closed)
  })

  it('leaves chords with Ctrl and Command to the panel and the browser', () => {
    expect(['Control+Enter', 'Meta+Enter', 'Control+a'].map(inState(true, true))).toEqual(
      Array(3).fill(undefined),
    )
  })

  it('takes unfinished letters back with a second Escape', () => {
    expect(inState(false, true)('Escape')).toBe('take-back')
  })
})
