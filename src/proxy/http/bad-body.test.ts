import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { problemSchema } from '../../contract/problems/problem.ts'
import { ana } from '../../simulators/instance/instance.ts'
import { contact, plainTask, problemOf, startProxyScene } from '../harness/proxy-scene.ts'

const { connect, token, newProxy, close } = await startProxyScene()
const proxy = newProxy()
await proxy.prepare()

beforeEach(() => connect.reset())
afterAll(close)

const { destination } = plainTask
const reference = { name: 'n', type: 'STRING', value: 'v' }
const attribute = { key: 'k', value: 'v' }
const call = contact('call')

const marked = { marked: 'marked' }

const asText = (members: string) =>
  `{"clientToken":"token-1","name":"Call back","destination":${JSON.stringify(destination)}${members}}`

const latin1 = (text: string) => new Blob([Buffer.from(text, 'latin1')])

/** No part of the body is sent back or logged, and Connect is not called. */
async function refusalOf(body: unknown, headers?: Record<string, string>) {
  const response = await proxy.post(body, token, headers)
  const text = await response.text()
  expect(`${text}${proxy.logged()}`).not.toContain('marked')
  expect(connect.received).toEqual([])
  return problemSchema.parse(JSON.parse(text))
}

describe('a body that is not JSON', () => {
  it.each([
    ['empty', ''],
    ['cut off', '{"name":"marked'],
    ['a form', 'name=marked'],
    ['JavaScript', "{name:'marked'}"],
    ['JSON with a comma too many', asText(',')],
    ['two tasks', `${asText('')}${asText('')}`],
    ['a number that JSON does not know', asText(',"expiryMinutes":NaN')],
    ['nested without an end', '['.repeat(200_000)],
    ['in Latin-1', latin1(asText(',"description":"markedé"'))],
    ['half a character at the end', new Blob([asText(''), Buffer.from([0xc3])])],
  ])('is refused: %s', async (_, body) => {
    expect(await refusalOf(body)).toMatchObject({
      status: 400,
      code: 'malformed',
      outcome: 'not-created',
      detail: 'The body is not JSON in UTF-8.',
    })
  })
})

describe('a body of another shape', () => {
  it.each([
    ['[]', 'Expected object at the body.'],
    ['null', 'Expected object at the body.'],
    ['"marked"', 'Expected object at the body.'],
    ['true', 'Expected object at the body.'],
    [{ ...plainTask, name: 7 }, 'Expected string at name.'],
    [{ ...plainTask, name: null }, 'Expected string at name.'],
    [{ ...plainTask, clientToken: '' }, 'Expected at least 1 in clientToken.'],
    [{ ...plainTask, destination: 'marked' }, 'Expected object at destination.'],
    [{ ...plainTask, references: { n: reference } }, 'Expected array at references.'],
    [{ ...plainTask, attributes: { k: 'marked' } }, 'Expected array at attributes.'],
    [
      { ...plainTask, attributes: [attribute, { key: 'k', value: 1 }] },
      'Expected string at attributes.1.value.',
    ],
    [{ ...plainTask, scheduledTime: 'marked' }, 'Expected datetime at scheduledTime.'],
    [{ ...plainTask, scheduledTime: 1_790_856_000 }, 'Expected string at scheduledTime.'],
    [{ ...plainTask, expiryMinutes: '60' }, 'Expected number at expiryMinutes.'],
    [asText(',"expiryMinutes":1e400'), 'Expected number at expiryMinutes.'],
    [
      { ...plainTask, link: { type: 'marked', contactId: 'c' } },
      'Expected one of related, previous at link.type.',
    ],
    [{ ...plainTask, clientToken: 'x'.repeat(501) }, 'Expected at most 500 in clientToken.'],
  ])('is refused with its place: %j', async (body, detail) => {
    expect(await refusalOf(body)).toMatchObject({
      status: 400,
      code: 'malformed',
      outcome: 'not-created',
      detail,
    })
  })

  it.each([
    ['references', '{}', 1_408],
    ['references', '{"marked":1}', 1_408],
    ['attributes', '0', 12_330],
  ])(
    'is refused for more %s than Connect could take, before each of them is looked at: %s',
    async (list, row, limit) => {
      const body = asText(`,"${list}":[${`${row},`.repeat(600_000 / (row.length + 1))}${row}]`)

      expect(await refusalOf(body)).toMatchObject({
        status: 400,
        code: 'malformed',
        outcome: 'not-created',
        detail: `Expected at most ${limit} in ${list}.`,
      })
    },
  )

  it.each([
    ['the body', { ...plainTask, ...marked }],
    ['destination', { ...plainTask, destination: { ...destination, ...marked } }],
    ['link', { ...plainTask, link: { type: 'related', contactId: 'c', ...marked } }],
    ['references.0', { ...plainTask, references: [{ ...reference, ...marked }] }],
    ['attributes.1', { ...plainTask, attributes: [attribute, { ...attribute, ...marked }] }],
    ['the body', asText(',"__proto__":{"name":"marked"}')],
    ['the body', asText(',"constructor":{"prototype":{}}')],
    ['destination', asText('').replace('"type"', '"__proto__":{},"type"')],
    ['attributes.0', asText(',"attributes":[{"key":"k","value":"v","__proto__":{"key":"marked"}}]')],
    ['references.0', asText(',"references":[{"name":"n","type":"STRING","value":"v","__proto__":null}]')],
  ])('is refused for an unknown member in %s', async (place, body) => {
    expect(await refusalOf(body)).toMatchObject({
      status: 400,
      code: 'malformed',
      outcome: 'not-created',
      detail: `There are members in ${place} that the schema does not have.`,
    })
  })

  it.each([
    ['a name', asText('').replace('"Call back"', `${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
    ['a member', asText(`,"a":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`)],
    ['an attribute', asText(`,"attributes":${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
  ])('is refused however deep it is: %s', async (_, body) => {
    expect(await refusalOf(body)).toMatchObject({ status: 400, code: 'malformed', outcome: 'not-created' })
  })

  it('does not change the prototype of objects', async () => {
    await refusalOf(asText(',"__proto__":{"marked":"marked"}'))

    expect(Reflect.has({}, 'marked')).toBe(false)
  })
})

describe('a member that comes twice', () => {
  it('has its last value, both when checked and when sent', async () => {
    const blankAtLast = await proxy.post(asText(',"name":" "'), token)
    await proxy.post(asText(',"name":"Call back today"'), token)

    expect((await problemOf(blankAtLast)).issues).toEqual([{ field: 'name', code: 'name-missing' }])
    expect(connect.tasks.map(({ name }) => name)).toEqual(['Call back today'])
  })
})

describe('the type of a body', () => {
  it.each([
    ['text', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['none', { 'content-type': '' }],
    ['something that begins like JSON', { 'content-type': 'application/json-patch+json' }],
    ['a JSON of its own', { 'content-type': 'application/merge-patch+json' }],
    ['two at once', { 'content-type': 'text/plain, application/json' }],
    ['Latin-1', { 'content-type': 'application/json; charset=iso-8859-1' }],
    ['UTF-16', { 'content-type': 'application/json;charset="utf-16"' }],
    ['compressed', { 'content-encoding': 'gzip' }],
  ])('must be JSON in UTF-8, not %s', async (_, headers) => {
    expect(await refusalOf(plainTask, headers)).toMatchObject({
      status: 415,
      code: 'unsupported-type',
      outcome: 'not-created',
    })
  })

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;Charset="UTF-8"',
    'application/json; charset=utf8; profile=x',
  ])('may be written %s', async (contentType) => {
    const task = { ...plainTask, clientToken: contentType }
    const response = await proxy.post(task, token, { 'content-type': contentType })

    expect(response.status).toBe(201)
  })

  it('may begin with a byte order mark', async () => {
    const task = { ...plainTask, clientToken: 'marked' }

    expect((await proxy.post(`\ufeff${JSON.stringify(task)}`, token)).status).toBe(201)
  })
})

describe('a body that is too large', () => {
  const megabyte = 1_024 * 1_024
  const tooLarge = { status: 413, code: 'too-large', outcome: 'not-created' }

  it('is refused by its content-length, before the body or the token is read', async () => {
    const response = await proxy.post('', 'no token', { 'content-length': String(megabyte) })

    expect(await problemOf(response)).toMatchObject(tooLarge)
  })

  it('is refused without a content-length', async () => {
    const large = JSON.stringify({ ...plainTask, description: 'marked'.repeat(megabyte / 6) })

    expect(await refusalOf(new Blob([large]).stream())).toMatchObject(tooLarge)
  })

  it('is refused before its end, which may never come', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
    })

    expect(await refusalOf(endless)).toMatchObject(tooLarge)
  })
})

/** JSON with every character escaped. */
const escaped = (text: string) =>
  Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0').replace(/^/, '\\u'),
  ).join('')

describe('the largest task that the rules allow', () => {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_')
  const pairs = letters.flatMap((one) => letters.map((other) => one + other))
  const triples = letters.flatMap((letter) => pairs.map((pair) => letter + pair))

  const attributesJson = [...letters, ...pairs, ...triples.slice(0, 8_170)]
    .map((key) => `{"key":"${escaped(key)}","value":""}`)
    .join()
  const referencesJson = [...letters, ...pairs.slice(0, 1_301)]
    .map((name) => `{"name":"${escaped(name)}","type":"STRING","value":"${escaped('1')}"}`)
    .join()

  it('is read, with every character escaped', async () => {
    connect.setContacts(ana.userId, [call])
    const response = await proxy.post(
      `{"clientToken":"${escaped('👍'.repeat(250))}","name":"${escaped('👍'.repeat(1_024))}",` +
        `"description":"${escaped('👍'.repeat(4_096))}","destination":${JSON.stringify(destination)},` +
        `"link":{"type":"related","contactId":"call"},` +
        `"references":[${referencesJson}],"attributes":[${attributesJson}]}`,
      token,
    )

    expect(response.status).toBe(201)
    expect(Object.keys(connect.tasks[0]?.attributes ?? {})).toHaveLength(12_330)
  })
})
