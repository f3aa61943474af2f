import { describe, expect, it } from 'vitest'
import { language as english } from './en/first-words.ts'
import { languages, type Languages } from './languages.ts'
import { loadedLanguage, loadLanguage } from './load-language.ts'
import type { LanguageWords } from './messages/messages.ts'

/** A second language, as small as a test needs it: the type demands every word, so it borrows the English ones. */
const esperanto: LanguageWords = {
  messages: {
    ...english.messages,
    language: 'eo',
    panel: { ...english.messages.panel, title: 'Nova tasko' },
  },
  loadSignInWindow: english.loadSignInWindow,
  loadTextMessage: english.loadTextMessage,
  loadLate: async () => {
    const late = await english.loadLate()
    return (formats) => ({
      ...late(formats),
      missing: (count) => `${count} ${formats.plural(count, { one: 'kampo', other: 'kampoj' })} mankas`,
    })
  },
}

/** The table with one line more. */
function withEsperanto() {
  const loads: string[] = []
  const available: Languages = {
    en: () => {
      loads.push('en')
      return languages.en()
    },
    eo: async () => {
      loads.push('eo')
      return { language: esperanto }
    },
  }
  return { available, loads }
}

describe('loadLanguage()', () => {
  it('loads the agent’s language, and no other', async () => {
    const { available, loads } = withEsperanto()
    const { messages, locale } = await loadLanguage(['eo', 'en-GB'], available)
    expect(messages.panel.title).toBe('Nova tasko')
    expect(locale).toBe('eo')
    expect(loads).toEqual(['eo'])
  })

  it('takes English words with British dates for a British agent', async () => {
    const { available, loads } = withEsperanto()
    const { messages, locale } = await loadLanguage(['fr', 'en-GB'], available)
    expect(messages.language).toBe('en')
    expect(locale).toBe('en-GB')
    expect(loads).toEqual(['en'])
  })

  it('takes English words with English dates when the panel has none of the languages', async () => {
    const { messages, locale } = await loadLanguage(['fr', 'he'])
    expect(messages.language).toBe('en')
    expect(locale).toBe('en')
  })
})

describe('loadedLanguage()', () => {
  it('knows a language once it was loaded', async () => {
    const { available } = withEsperanto()
    expect(loadedLanguage(['eo'], available)).toBeUndefined()
    await loadLanguage(['eo'], available)
    expect(loadedLanguage(['eo'], available)?.messages.panel.title).toBe('Nova tasko')
  })
})
