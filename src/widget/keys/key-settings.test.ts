import { describe, expect, it } from 'vitest'
import { createKeySettings, keySettingsKey } from './key-settings.ts'
import { defaultKeymap } from './keymap.ts'

/** A storage of a browser. */
function memoryStorage(stored?: string): Storage {
  const items = new Map(stored === undefined ? [] : [[keySettingsKey, stored]])
  return {
    get length() {
      return items.size
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  }
}

const settingsIn = (storage: Storage) => createKeySettings(() => storage, 'other')

const keymapOf = (stored: string) => settingsIn(memoryStorage(stored)).getSnapshot().keymap

const denied = () => {
  throw new DOMException('The browser denies the storage.', 'SecurityError')
}

describe('the settings of keys', () => {
  it('are the defaults until the agent changes them', () => {
    expect(settingsIn(memoryStorage()).getSnapshot()).toEqual({
      isOff: false,
      keymap: defaultKeymap('other'),
      isChanged: false,
      isKept: true,
    })
  })

  it('come back when the panel is opened again', () => {
    const storage = memoryStorage()
    const settings = settingsIn(storage)
    settings.give('link', 'Alt+Shift+K')
    settings.give('attributes', undefined)
    settings.switchOff(true)
    const { isOff, keymap } = settingsIn(storage).getSnapshot()

    expect(isOff).toBe(true)
    expect(keymap.get('link')).toBe('Alt+Shift+K')
    expect(keymap.has('attributes')).toBe(false)
    expect(keymap.get('name')).toBe('Alt+Shift+1')
  })

  it('leave nothing in the browser when they are reset', () => {
    const storage = memoryStorage()
    const settings = settingsIn(storage)
    settings.give('link', 'Alt+Shift+K')
    settings.reset()

    expect(settings.getSnapshot().keymap).toEqual(defaultKeymap('other'))
    expect(storage).toHaveLength(0)
  })

  it('are unchanged when an action gets its default key back', () => {
    const settings = settingsIn(memoryStorage())
    settings.give('link', 'Alt+Shift+K')
    settings.give('link', 'Alt+Shift+5')

    expect(settings.getSnapshot().isChanged).toBe(false)
  })

  it('tell the panel about each change', () => {
    const settings = settingsIn(memoryStorage())
    const seen: boolean[] = []
    settings.subscribe(() => seen.push(settings.getSnapshot().isOff))
    settings.switchOff(true)
    settings.switchOff(false)

    expect(seen).toEqual([true, false])
  })

  it('last until the page is closed where the browser denies the storage', () => {
    const settings = createKeySettings(denied, 'other')
    settings.give('link', 'Alt+Shift+K')

    expect(settings.getSnapshot()).toMatchObject({ isChanged: true, isKept: false })
    expect(settings.getSnapshot().keymap.get('link')).toBe('Alt+Shift+K')
  })

  it('are the defaults if the stored text cannot be read', () => {
    const unreadable = ['', '{', '[]', '{"version":2,"isOff":true,"chords":{}}', '{"version":1,"isOff":1}']
    for (const stored of unreadable) expect(keymapOf(stored), stored).toEqual(defaultKeymap('other'))
  })

  it('leave out unknown actions, and keys that the panel would refuse', () => {
    const chords = { link: 'K', stop: 'F9', references: 'Control+T', __proto__: 'F8' }
    const keymap = keymapOf(JSON.stringify({ version: 1, isOff: false, chords }))

    expect(keymap).toEqual(defaultKeymap('other'))
  })

  it('give a key to the action that the agent chose, not to the one that has it by default', () => {
    const chords = { link: 'Alt+Shift+6' }
    const keymap = keymapOf(JSON.stringify({ version: 1, isOff: false, chords }))

    expect(keymap.get('link')).toBe('Alt+Shift+6')
    expect(keymap.has('references')).toBe(false)
  })
})
