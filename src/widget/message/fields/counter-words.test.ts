import { describe, expect, it } from 'vitest'
import { countSms } from '../../../core/message/segments/count-sms.ts'
import { language } from '../../../i18n/en/first-words.ts'
import { createFormats } from '../../../i18n/formats/formats.ts'
import { counterWords } from './counter-words.ts'

const formats = createFormats('en-GB', 'Europe/London')

async function said(text: string) {
  const words = (await language.loadTextMessage())(formats).text
  return counterWords(countSms(text), words, formats.number)
}

describe('the counter of a text message', () => {
  it('says characters, and how many SMS they are', async () => {
    const { figures, means } = await said('a'.repeat(132))

    expect(figures).toBe('132 characters · 1 SMS')
    expect(means).toBe(
      'One SMS holds 160 characters. A longer text is sent as several SMS of 153 characters.',
    )
  })

  it('does not mention segments while there is no text', async () => {
    expect(await said('')).toEqual({ figures: '0 characters', spoken: '' })
  })

  it('says how much fits into the last of several segments', async () => {
    expect(await said('a'.repeat(161))).toMatchObject({
      figures: '161 characters · 2 SMS',
      left: 'room for 145 more',
    })
  })

  it('names the character that makes each SMS shorter, once the text takes several', async () => {
    expect(await said('Привет')).toMatchObject({
      figures: '6 characters · 1 SMS',
      means: 'One SMS holds 70 characters. A longer text is sent as several SMS of 67 characters.',
    })
    expect(await said('Привет')).not.toHaveProperty('forcedBy')
    expect((await said(`${'a'.repeat(80)}😀`)).forcedBy).toBe(
      '“😀” is not in the SMS alphabet, so each SMS holds 67 characters instead of 153.',
    )
  })

  it('describes an invisible character', async () => {
    expect((await said(`a\u00a0${'b'.repeat(80)}`)).forcedBy).toMatch(/^An invisible character is not in/)
  })

  it('shows the limit once it is near', async () => {
    expect((await said('a'.repeat(900))).figures).toMatch(/^900 of 1,024 characters/)
  })

  it('shows the limit of the alphabet, where the text reaches it first', async () => {
    expect((await said('漢'.repeat(600))).figures).toMatch(/^600 of 630 characters/)
    expect((await said('👍'.repeat(300))).figures).toMatch(/^600 of 630 characters/)
    expect((await said('€'.repeat(765))).figures).toMatch(/^1,530 of 1,530 characters/)
  })
})
