import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parametersOf } from '../case-readings.ts'
import { startConformanceScene } from '../conformance-scene.ts'
import { type MatrixCase, templateMatrix, valuesByType } from './template-matrix.ts'
import { templateParameters } from './template-parameters.ts'

/* Every type of field × every constraint × with and without a default value. */

const scene = await startConformanceScene()

beforeAll(() => {
  scene.reset()
  scene.useTemplates(templateMatrix.map(({ template }) => template))
})
afterAll(scene.close)

let tokens = 0

/** Connect's status for a task of the template with this value of its field. */
async function answerOfConnect(of: MatrixCase, value: string | undefined) {
  tokens += 1
  const sent = { ...templateParameters(of, value), ClientToken: `matrix-${tokens}` }
  return scene.askConnect(parametersOf({ rule: of.title, asked: {}, sent }))
}

const byTitle = templateMatrix.map((of) => [of.title, of] as const)

it('the matrix has every type, constraint and default', () => {
  const constraintsOfName = 3

  expect(templateMatrix).toHaveLength((Object.keys(valuesByType).length - 1) * 6 * 2 + constraintsOfName * 2)
})

describe.each(byTitle)('%s', (_, of) => {
  it('Connect accepts valid values, and only the default of a fixed field.', async () => {
    for (const { value, isValid } of of.asked) {
      const isFixedValue = of.fixed === undefined || value === of.fixed.value
      // Sequential, because each answer is the status of the latest call.
      expect([value, await answerOfConnect(of, value)]).toEqual([
        value,
        expectedOfConnect(of, value, isValid && isFixedValue),
      ])
    }
  })
})

/** Connect needs one flow source, so a template without a flow needs a quick connect even where its field does not. */
function expectedOfConnect({ type }: MatrixCase, value: string | undefined, isAccepted: boolean) {
  const hasFlow = type !== 'QUICK_CONNECT' || value !== undefined
  return isAccepted && hasFlow ? 200 : 400
}
