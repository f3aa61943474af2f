import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkTask } from '../../core/creating/check-task.ts'
import { startTaskContact } from '../../core/creating/start-task-contact.ts'
import { templateRules } from '../../core/templates/template-rules.ts'
import { circumstancesFor, templateAsRead } from '../case-readings.ts'
import { origin } from '../instance-at-noon.ts'
import { anyTaskOf, anyTemplate } from './any-template.ts'
import { connectInProcess } from './connect-in-process.ts'

describe('any task from any template', () => {
  it('that the core accepts is accepted by Connect', () => {
    let accepted = 0
    fc.assert(
      fc.property(
        anyTemplate.chain((template) => fc.tuple(fc.constant(template), anyTaskOf(template))),
        ([template, request]) => {
          const fieldRules = templateRules(templateAsRead(template))
          const check = checkTask(request, { ...circumstancesFor(undefined, 6), fieldRules })
          if (!check.ok) return
          accepted += 1
          expect(connectInProcess([template])(startTaskContact(check.task, origin))).toBe(200)
        },
      ),
      { numRuns: 1_000 },
    )
    expect(accepted).toBeGreaterThan(50)
    // A thousand tasks take longer than the default timeout on a busy machine.
  }, 60_000)
})
