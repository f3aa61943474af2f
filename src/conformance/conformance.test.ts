import { afterAll, beforeEach } from 'vitest'
import { createTaskSchema } from '../contract/tasks/task-request.ts'
import { startTaskContact } from '../core/creating/start-task-contact.ts'
import { attributeCases } from './attributes.ts'
import { callerCases } from './callers.ts'
import { bodyOf, parametersOf, verdictOfCore } from './case-readings.ts'
import type { ConformanceCases } from './conformance-case.ts'
import { startConformanceScene } from './conformance-scene.ts'
import { describeCases } from './describe-cases.ts'
import { destinationCases } from './destinations.ts'
import { origin } from './instance-at-noon.ts'
import { linkCases } from './links.ts'
import { localTimeCases } from './local-times.ts'
import { referenceCases } from './references.ts'
import { scheduleCases } from './schedule.ts'
import { selfAssignCases } from './templates/self-assign.ts'
import { templateCases } from './templates/templates.ts'
import { textCases } from './texts.ts'

/* The documented rules of StartTaskContact. */

const { askProxy, askConnect, starts, reset, close } = await startConformanceScene()

beforeEach(reset)
afterAll(close)

const casesByGroup: Readonly<Record<string, ConformanceCases>> = {
  texts: textCases,
  attributes: attributeCases,
  references: referenceCases,
  schedules: scheduleCases,
  'local times': { accepted: localTimeCases },
  links: linkCases,
  destinations: destinationCases,
  templates: templateCases,
  'self-assignment': selfAssignCases,
  callers: callerCases,
}

describeCases(casesByGroup, {
  operation: 'StartTaskContact',
  parametersOf,
  builtByCore: (asked) => {
    const verdict = verdictOfCore(asked)
    return verdict.ok ? startTaskContact(verdict.task, origin) : undefined
  },
  issuesOfCore: (asked) => {
    const verdict = verdictOfCore(asked)
    return verdict.ok ? [] : verdict.issues
  },
  isWellFormed: (asked) => createTaskSchema.safeParse(bodyOf(asked)).success,
  askProxy,
  askConnect,
  starts,
})
