import { describe, expect, it } from 'vitest'
import { createFileChoices, type FileInput } from './file-chooser.ts'

/** A file input as in a browser: a choice sets the files and sends `change`. */
class Input extends EventTarget implements FileInput {
  files: readonly File[] = []
  multiple = false
  value = 'C:\\fakepath\\last.png'
  clicks = 0
  click = () => {
    this.clicks += 1
  }
  choose(...names: readonly string[]): Event {
    this.files = names.map((name) => new File(['x'], name))
    const event = new Event('change')
    this.dispatchEvent(event)
    return event
  }
}

const namesInto =
  (list: string[], title = '') =>
  (files: readonly File[]) =>
    list.push(...files.map(({ name }) => `${title}${name}`))

function scene() {
  const got: string[] = []
  return { choices: createFileChoices(), input: new Input(), got }
}

describe('the files of the panel’s input', () => {
  it('go to the draft for which the list was opened, although its form has gone', () => {
    const { choices, input, got } = scene()
    choices.open(input, { chosen: namesInto(got, 'first draft: ') })
    // The form of another draft has another input and gets no event.
    input.choose('bill.pdf')

    expect(got).toEqual(['first draft: bill.pdf'])
  })

  it('go there once, where the form is still there to hear of it', () => {
    const { choices, input, got } = scene()
    choices.open(input, { chosen: namesInto(got, 'by the button: ') })
    const event = input.choose('bill.pdf')
    choices.changed(input, event, namesInto(got, 'by a tool: '))

    expect(got).toEqual(['by the button: bill.pdf'])
  })

  it('are taken where a tool sets them without a button, also after a list was used', () => {
    const { choices, input, got } = scene()
    choices.changed(input, input.choose('first.pdf'), namesInto(got))
    choices.open(input, { chosen: namesInto(got) })
    choices.changed(input, input.choose('second.pdf'), namesInto(got))
    choices.changed(input, input.choose('third.pdf', 'fourth.pdf'), namesInto(got))

    expect(got).toEqual(['first.pdf', 'second.pdf', 'third.pdf', 'fourth.pdf'])
  })

  it('go to the button that was pressed last, after a list was closed without a choice', () => {
    const { choices, input, got } = scene()
    choices.open(input, { chosen: namesInto(got, 'closed: '), isOne: true })
    expect(input).toMatchObject({ multiple: false, value: '', clicks: 1 })
    choices.open(input, { chosen: namesInto(got) })
    expect(input).toMatchObject({ multiple: true, clicks: 2 })
    input.choose('bill.pdf')
    choices.changed(input, input.choose(), namesInto(got))

    expect(got).toEqual(['bill.pdf'])
  })
})
