import { describe, expect, it } from 'vitest'
import { entriesOfLanguage, saidWith, withoutIsolated } from './dictionary-harness.ts'
import { languages } from './languages.ts'

const foreign = { ltr: 'שלום', rtl: 'Maya' } as const

describe.each(Object.entries(languages))('the language %s', (tag, load) => {
  it('has a text for every entry', async () => {
    const { language } = await load()
    const silent = (await entriesOfLanguage(language)).filter((entry) => saidWith('a', entry).length === 0)

    expect(language.messages.language).toBe(tag)
    expect(silent).toEqual([])
  })

  it('isolates inserted texts that run in the other direction', async () => {
    const { language } = await load()
    const name = foreign[language.messages.direction]
    const said = (await entriesOfLanguage(language)).flatMap((entry) => saidWith(name, entry))
    const inserting = said.filter((each) => each.includes(name))

    expect(inserting.length).toBeGreaterThan(30)
    expect(inserting.filter((each) => withoutIsolated(each).includes(name))).toEqual([])
  })
})
