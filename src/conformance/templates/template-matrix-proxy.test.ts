import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parametersOf } from '../case-readings.ts'
import { startConformanceScene } from '../conformance-scene.ts'
import { templateBody } from './template-body.ts'
import { isAcceptedByTasklink, type MatrixCase, templateMatrix, valuesByType } from './template-matrix.ts'
import { templateParameters } from './template-parameters.ts'

/* The proxy reads each template from Connect and enforces it. Each request has no value or a value that is not the default. */

const { askProxy, starts, reset, useTemplates, close } = await startConformanceScene()

afterAll(close)

let tokens = 0

async function ask(of: MatrixCase, value: string | undefined) {
  tokens += 1
  const before = starts().length
  const asked = { clientToken: `matrix-${tokens}`, ...templateBody(of, value) }
  const { status } = await askProxy({ rule: of.title, asked, sent: {} })
  return {
    status,
    sent: starts()
      .slice(before)
      .map(({ body, status: answer }) => ({ body: read(body), answer })),
  }
}

/** Each token is hashed with the agent, so it differs from task to task. */
function read(body: string) {
  const parsed: unknown = JSON.parse(body)
  return Object.assign({}, parsed, { ClientToken: 'token' })
}

const expectedOf = (of: MatrixCase, value: string | undefined): unknown => {
  const sent = templateParameters(of, of.fixed ? of.fixed.value : value)
  const { ScheduledTime: time, ...parameters } = parametersOf({ rule: of.title, asked: {}, sent })
  const seconds = time instanceof Date ? { ScheduledTime: time.getTime() / 1_000 } : {}
  return JSON.parse(JSON.stringify({ ...parameters, ...seconds, ClientToken: 'token' }))
}

describe.each(Object.keys(valuesByType))('%s', (type) => {
  const cases = templateMatrix.filter((of) => of.type === type)

  // Only the templates of one type of field, because an instance has at most 50.
  beforeAll(() => {
    reset()
    useTemplates(cases.map(({ template }) => template))
  })

  it.each(cases.map((of) => [of.title, of] as const))('%s', async (_, of) => {
    const asked = of.asked.filter(
      ({ value }, index) => value === undefined || index === Math.min(2, of.asked.length - 1),
    )
    for (const each of asked) {
      // Sequential, so that each task has its own calls.
      const { status, sent } = await ask(of, each.value)
      const isAccepted = isAcceptedByTasklink(of, each)

      expect(status).toBe(isAccepted ? 201 : 422)
      expect(sent).toEqual(isAccepted ? [{ body: expectedOf(of, each.value), answer: 200 }] : [])
    }
  })
})
