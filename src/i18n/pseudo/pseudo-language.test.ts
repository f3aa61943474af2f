import { describe, expect, it } from 'vitest'
import { entriesOfLanguage, saidWith, withoutIsolated } from '../dictionary-harness.ts'
import { language as english } from '../en/first-words.ts'
import { accented, rightToLeft } from './alphabets.ts'
import { pseudoLanguage } from './pseudo-language.ts'
import { pseudoText } from './pseudo-text.ts'

/** A customer's name with letters of neither alphabet. */
const name = 'Мая'

const shapeOf = (entries: Awaited<ReturnType<typeof entriesOfLanguage>>) =>
  entries.map(({ path, words }) => `${path}: ${typeof words === 'function' ? words.length : typeof words}`)

describe.each([accented, rightToLeft])('the pseudo-language $language', (alphabet) => {
  const language = pseudoLanguage(english, alphabet)

  it('has the entries of English', async () => {
    expect(shapeOf(await entriesOfLanguage(language))).toEqual(shapeOf(await entriesOfLanguage(english)))
  })

  it('leaves no English word in any text', async () => {
    const entries = await entriesOfLanguage(language)
    const said = entries
      .filter(({ path }) => path !== 'messages.language' && path !== 'messages.direction')
      .flatMap((entry) => saidWith(name, entry))
      .map(withoutIsolated)

    expect(said.length).toBeGreaterThan(200)
    expect(said.filter((each) => /[A-Za-z]/.test(each))).toEqual([])
  })
})

describe('pseudoText()', () => {
  it('is 40 % longer than the English text, and in brackets', () => {
    const text = 'Nothing was sent. Press again in a moment.'
    const said = pseudoText(text, [], accented)
    expect(said).toMatch(/^\[Ñ.*\]$/)
    expect(said.length).toBeGreaterThan(text.length * 1.4)
  })

  it('leaves inserted texts as they are, isolated', () => {
    expect(pseudoText('Show Maya', ['Maya'], accented)).toBe('[Šĥööŵ \u2068Maya\u2069]')
  })
})
