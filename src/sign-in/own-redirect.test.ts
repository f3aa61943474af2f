import { describe, expect, it } from 'vitest'
import { isOwnRedirect, redirectStatePrefix } from './own-redirect.ts'

const storage = {
  getItem: (key: string) => (key === `${redirectStatePrefix}begun-here` ? '{}' : null),
}

describe('isOwnRedirect()', () => {
  it('recognises the answer to the request of this tab', () => {
    expect(isOwnRedirect('?code=c&state=begun-here', storage)).toBe(true)
  })

  it.each(['?code=c&state=begun-elsewhere', '?code=c', ''])(
    'leaves %j to the window that waits for it',
    (search) => {
      expect(isOwnRedirect(search, storage)).toBe(false)
    },
  )
})
