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
  it('says characters, how many SMS they are, and the alphabet', async () => {
    expect((await said('a'.repeat(132))).figures).toBe('132 characters · 1 SMS (GSM-7)')
  })

  it('says nothing of segments while there is no text', async () => {
    expect(await said('')).toEqual({ figures: '0 characters', spoken: '' })
  })

  it('says how much fits into the last of several segments', async () => {
    expect(await said('a'.repeat(161))).toMatchObject({
      figures: '161 characters · 2 SMS (GSM-7)',
      left: '145 left in the last',
    })
  })

  it('names the character that forced UCS-2', async () => {
    const { figures, means, forcedBy } = await said('Привет')

    expect(figures).toBe('6 characters · 1 SMS (UCS-2)')
    expect(means).toMatch(/^UCS-2: all characters\./)
    expect(forcedBy).toMatch(/^“П” is not among the usual characters/)
  })

  it('names a character that cannot be seen by its code', async () => {
    expect((await said('a\u00a0b')).forcedBy).toMatch(/^An invisible character is not among/)
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
