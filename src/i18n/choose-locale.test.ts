import { describe, expect, it } from 'vitest'
import { chooseLocale } from './choose-locale.ts'

describe('chooseLocale()', () => {
  it('takes the first wanted language that is available', () => {
    expect(chooseLocale(['fr', 'de-AT', 'en'], ['en', 'de'])).toEqual({ language: 'de', locale: 'de-AT' })
  })

  it('prefers the closer of two available languages', () => {
    expect(chooseLocale(['pt-BR'], ['pt', 'pt-BR'])).toEqual({ language: 'pt-BR', locale: 'pt-BR' })
    expect(chooseLocale(['pt-PT'], ['pt', 'pt-BR'])).toEqual({ language: 'pt', locale: 'pt-PT' })
  })

  it('does not take one language for another whose tag begins alike', () => {
    expect(chooseLocale(['enm'], ['en'])).toBeUndefined()
  })

  it('skips a tag that Intl would refuse', () => {
    expect(chooseLocale(['en-US@posix', 'en-GB'], ['en'])).toEqual({ language: 'en', locale: 'en-GB' })
  })

  it.each(['xx-invalid-', '', 'e', 'en_', 'en--GB'])('skips %j, which is no language tag', (tag) => {
    expect(chooseLocale([tag, 'en-GB'], ['en'])).toEqual({ language: 'en', locale: 'en-GB' })
  })

  it('reads tags without regard to case', () => {
    expect(chooseLocale(['EN-gb'], ['en'])).toEqual({ language: 'en', locale: 'EN-gb' })
  })
})
