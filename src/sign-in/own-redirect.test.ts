import { expect, test } from 'vitest'
import { redirectStatePrefix, returnToTab } from './own-redirect.ts'

/** The storage of a tab that has gone to the provider with the state `begun-here`. */
function tabThatWent() {
  const entries = new Map([[`${redirectStatePrefix}begun-here`, '{}']])
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  }
  /** The library takes the state out of the storage when it reads the answer. */
  const readAnswer = () => entries.delete(`${redirectStatePrefix}begun-here`)
  return { storage, readAnswer }
}

test('the answer to the request of this tab is its own', () => {
  expect(returnToTab('?code=c&state=begun-here', tabThatWent().storage)).toBe('own')
})

test('a second answer to the same request, after Back and another login, still belongs to this tab', () => {
  const { storage, readAnswer } = tabThatWent()
  returnToTab('?code=c&state=begun-here', storage)
  readAnswer()

  expect(returnToTab('?code=d&state=begun-here', storage)).toBe('own-again')
})

test.each(['?code=c&state=begun-elsewhere', '?code=c', ''])(
  'the answer %j is left to the window that waits for it, also after an answer of this tab',
  (search) => {
    const { storage, readAnswer } = tabThatWent()
    expect(returnToTab(search, storage)).toBe('foreign')
    returnToTab('?code=c&state=begun-here', storage)
    readAnswer()

    expect(returnToTab(search, storage)).toBe('foreign')
  },
)
