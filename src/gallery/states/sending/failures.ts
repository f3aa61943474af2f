import {
  messageCodes,
  problemCodes,
  taskChangeCodes,
  type ProblemCode,
} from '../../../contract/problems/problem.ts'
import type { GalleryState, StateGroup } from '../../gallery-state.ts'
import { problem, unreadableAnswer } from '../../proxy-answers.ts'
import { fillAndSubmit } from '../../steps.ts'

/** After these the panel repeats the request by itself. It does not wait an hour, so it shows the refusal at once. */
const retryAfterSeconds: Partial<Record<ProblemCode, number>> = { throttled: 3_600, busy: 3_600 }

function refusedWith(code: ProblemCode): GalleryState {
  const seconds = retryAfterSeconds[code]
  return {
    name: `Not created: ${code}`,
    proxy: { createTask: problem(code, seconds === undefined ? {} : { retryAfterSeconds: seconds }) },
    steps: fillAndSubmit,
    landmark: 'The task was not created',
  }
}

/** A task cannot be refused with these. */
const otherCodes: ReadonlySet<ProblemCode> = new Set([...taskChangeCodes, ...messageCodes])

/** All refusals of the proxy, and all failures of the network. */
export const failures: StateGroup = {
  title: 'Failures',
  states: [
    ...problemCodes.filter((code) => !otherCodes.has(code)).map(refusedWith),
    {
      name: 'Not created: fields are marked',
      proxy: {
        createTask: problem('invalid', {
          issues: [
            // The policy has changed since the page was opened.
            { field: 'description', code: 'field-required' },
            { field: 'link', code: 'link-not-allowed' },
          ],
        }),
      },
      steps: fillAndSubmit,
      landmark: 'Your organisation does not allow this link.',
    },
    {
      name: 'Outcome unknown: an answer that cannot be read',
      proxy: { createTask: unreadableAnswer },
      steps: fillAndSubmit,
      landmark: 'The panel could not read the answer',
    },
    {
      name: 'Outcome unknown: the proxy failed',
      proxy: { createTask: problem('unexpected', { outcome: 'unknown', retryAfterSeconds: 1 }) },
      steps: fillAndSubmit,
      landmark: 'The task service failed.',
    },
  ],
}
