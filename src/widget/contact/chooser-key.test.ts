import { describe, expect, it } from 'vitest'
import { chooserAct, type ChooserAct } from './chooser-key.ts'

const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false }
const keyIn = (active: number | undefined, key: string, held: Partial<typeof none> = {}) =>
  chooserAct({ ...none, ...held, key }, { active, count: 3 })

describe('the list of contacts', () => {
  it.each(['Enter', ' ', 'ArrowDown', 'ArrowUp'])('opens with the key “%s”, which chooses nothing', (key) => {
    expect(keyIn(undefined, key)).toBe('open')
  })

  it.each(['Home', 'End', 'a', 'Escape', 'Tab'])('leaves the key “%s” alone while it is closed', (key) => {
    expect(keyIn(undefined, key)).toBeUndefined()
  })

  it.each<readonly [string, number, ChooserAct]>([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 2, 0],
    ['ArrowUp', 0, 2],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['PageDown', 0, 2],
    ['Enter', 1, 'choose'],
    [' ', 1, 'choose'],
    ['Escape', 1, 'close'],
  ])('answers %s at row %i with %s while it is open', (key, active, act) => {
    expect(keyIn(active, key)).toBe(act)
  })

  it('leaves chords to the panel, such as the one that creates the task', () => {
    expect(keyIn(1, 'Enter', { ctrlKey: true })).toBeUndefined()
    expect(keyIn(1, 'Enter', { metaKey: true })).toBeUndefined()
    expect(keyIn(1, '3', { altKey: true })).toBeUndefined()
    expect(keyIn(1, 'ArrowUp', { altKey: true })).toBe('close')
  })
})
