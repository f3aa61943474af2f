import { describe, expect, it } from 'vitest'
import { checkTask } from '../../core/creating/check-task.ts'
import { startTaskContact } from '../../core/creating/start-task-contact.ts'
import { circumstancesOf, parametersOf, requestOf } from '../case-readings.ts'
import { origin } from '../instance-at-noon.ts'
import { connectInProcess } from './connect-in-process.ts'
import { templateBody } from './template-body.ts'
import {
  isAcceptedByConnect,
  isAcceptedByTasklink,
  type MatrixCase,
  templateMatrix,
  valuesByType,
} from './template-matrix.ts'
import { templateParameters } from './template-parameters.ts'

/* Every type of field × every constraint × with and without a default value, asked of the core and of Connect. */

const statusOfConnect = connectInProcess(templateMatrix.map(({ template }) => template))

const caseWith = (of: MatrixCase, value: string | undefined) => ({
  rule: of.title,
  template: of.template,
  asked: templateBody(of, value),
  sent: templateParameters(of, value),
})

function verdictOfCore(of: MatrixCase, value: string | undefined) {
  const asked = caseWith(of, value)
  return checkTask(requestOf(asked), circumstancesOf(asked))
}

const byTitle = templateMatrix.map((of) => [of.title, of] as const)

it('the matrix has every type, constraint and default', () => {
  const constraintsOfName = 3

  expect(templateMatrix).toHaveLength((Object.keys(valuesByType).length - 1) * 6 * 2 + constraintsOfName * 2)
})

describe.each(byTitle)('%s', (_, of) => {
  it('Connect accepts valid values, and only the value of a fixed field.', () => {
    const statuses = of.asked.map(({ value }) => statusOfConnect(parametersOf(caseWith(of, value))))

    expect(statuses).toEqual(of.asked.map((asked) => (isAcceptedByConnect(of, asked) ? 200 : 400)))
  })

  it('The core accepts the values that Connect accepts, adds what a field fixes, and sends no other.', () => {
    const verdicts = of.asked.map(({ value }) => verdictOfCore(of, value))
    const sent = verdicts.map((verdict) => verdict.ok && startTaskContact(verdict.task, origin))

    expect(verdicts.map(({ ok }) => ok)).toEqual(of.asked.map((asked) => isAcceptedByTasklink(of, asked)))
    expect(sent).toEqual(
      of.asked.map((asked) => isAcceptedByTasklink(of, asked) && parametersFor(of, asked.value)),
    )
    expect(sent.filter((each) => each !== false).map(statusOfConnect)).not.toContain(400)
  })
})

const parametersFor = (of: MatrixCase, value: string | undefined) =>
  parametersOf(caseWith(of, of.fixed ? of.fixed.value : value))
