import { describe, expect, it } from 'vitest'
import { actionNames, defaultKeymap } from './keymap.ts'
import { refuseChord } from './refuse-chord.ts'

const onWindows = (chord: string) => refuseChord(chord, 'link', defaultKeymap('other'), 'other')
const onMac = (chord: string) => refuseChord(chord, 'link', defaultKeymap('apple'), 'apple')

describe('the default keys', () => {
  it.each(['other', 'apple'] as const)('are free and differ from each other (%s)', (platform) => {
    const keymap = defaultKeymap(platform)
    const refused = actionNames.filter((name) => {
      const chord = keymap.get(name)
      return chord === undefined || refuseChord(chord, name, keymap, platform) !== undefined
    })

    expect(refused).toEqual([])
  })
})

describe('refuseChord()', () => {
  it('accepts keys that no browser and no screen reader has', () => {
    expect(onWindows('Alt+Shift+K')).toBeUndefined()
    expect(onWindows('Control+Shift+9')).toBeUndefined()
    expect(onWindows('F9')).toBeUndefined()
    expect(onMac('Control+Shift+K')).toBeUndefined()
  })

  it('accepts the key that the action has already', () => {
    expect(onWindows('Alt+Shift+5')).toBeUndefined()
  })

  it('refuses a key that would be typed', () => {
    for (const chord of ['K', 'Shift+K', '/', '7', 'Plus']) {
      expect(onWindows(chord), chord).toEqual({ code: 'typed' })
    }
  })

  it('refuses Ctrl+Alt on Windows and Option on a Mac, which type signs', () => {
    expect(onWindows('Control+Alt+E')).toEqual({ code: 'types-sign' })
    expect(onMac('Alt+5')).toEqual({ code: 'types-sign' })
    expect(onMac('Alt+Shift+K')).toEqual({ code: 'types-sign' })
  })

  it('refuses keys that move the focus or edit', () => {
    for (const chord of ['Tab', 'Shift+Tab', 'Escape', 'Enter', 'Control+ArrowLeft', 'Control+Backspace']) {
      expect(onWindows(chord), chord).toEqual({ code: 'editing' })
    }
  })

  it('refuses keys of browsers, of the system and of screen readers', () => {
    const ofWindows = ['Alt+D', 'Alt+F', 'Alt+3', 'Control+L', 'Control+T', 'Control+Shift+N', 'F5', 'Alt+F4']
    for (const chord of [...ofWindows, 'Control+3', 'Alt+Shift+T', 'Meta+K', 'Control+Alt+F9']) {
      expect(onWindows(chord), chord).toEqual({ code: 'reserved' })
    }
    for (const chord of ['Meta+K', 'Control+Alt+K', 'Control+A', 'Control+Shift+E', 'Shift+Meta+3']) {
      expect(onMac(chord), chord).toEqual({ code: 'reserved' })
    }
  })

  it('refuses the key of another action and names it', () => {
    expect(onWindows('Alt+Shift+6')).toEqual({ code: 'taken', by: 'references' })
  })
})
