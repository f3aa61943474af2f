import { afterAll, beforeEach } from 'vitest'
import { createTaskSchema } from '../contract/tasks/task-request.ts'
import { startTaskContact } from '../core/creating/start-task-contact.ts'
import { attributeCases } from './attributes.ts'
import { callerCases } from './callers.ts'
import { bodyOf, parametersOf, verdictOfCore } from './case-readings.ts'
import type { ConformanceCases } from './conformance-case.ts'
import { startConformanceScene } from './conformance-scene.ts'
import { destinationCases } from './destinations.ts'
import { origin } from './instance-at-noon.ts'
import { linkCases } from './links.ts'
import { localTimeCases } from './local-times.ts'
import { referenceCases } from './references.ts'
import { scheduleCases } from './schedule.ts'
import { selfAssignCases } from './templates/self-assign.ts'
import { templateCases } from './templates/templates.ts'
import { testCases, testOperation } from './test-operation.ts'
import { textCases } from './texts.ts'

/* The documented rules of StartTaskContact. Each is tested against the core, the proxy and the simulated Connect, so that
   the three cannot drift apart. */

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

testOperation(
  {
    name: 'StartTaskContact',
    parametersOf,
    verdictOfCore: (rule) => {
      const verdict = verdictOfCore(rule)
      return verdict.ok ? { ok: true, parameters: startTaskContact(verdict.task, origin) } : verdict
    },
    isWellShaped: (rule) => createTaskSchema.safeParse(bodyOf(rule)).success,
    askProxy,
    askConnect: (rule) => askConnect(parametersOf(rule)),
    starts,
  },
  casesByGroup,
)
testCases('StartTaskContact', casesByGroup)
