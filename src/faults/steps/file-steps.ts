import { attachmentsLimit } from '../../core/fields/attachments/attachment.ts'
import { isOnItsWay } from '../../client/uploads/upload-state.ts'
import { replaceText } from './agent-steps.ts'
import type { PanelWindow } from '../window/panel-window.ts'
import type { Step } from './step.ts'
import type { World } from '../world/world.ts'

const hourMs = 3_600_000

/** Longer than a file's token is valid, and shorter than the bucket keeps the file. */
const nightMs = 21 * hourMs

/**
 * The agent's steps with the files of the draft in front. The campaign identifies tasks by name, so files change only together
 * with the text.
 */
export function fileSteps(world: World, window: PanelWindow): readonly Step[] {
  const { files } = world
  if (!files.isInUse || window.kind() === 'message' || !mayChange(window)) return []
  const { id } = window
  const draftId = window.draftId()
  const own = window.files.of(draftId)
  const step = (weight: number, does: string, run: () => unknown): Step => ({
    weight,
    name: `window ${id}: ${does}`,
    run: async () => void (await run()),
  })
  const count = 1 + world.seeded.below(2)
  const attach = step(own.length === 0 ? 5 : 1, `types a new text and attaches files (${count})`, () => {
    replaceText(world, window)
    window.files.add(draftId, Array.from({ length: count }, files.newFile))
  })
  const changes = own.flatMap((file) => {
    const { id: fileId, name, state } = file
    const steps = [
      step(state === 'failed' ? 2 : 0.2, `types a new text and removes ${name}`, () => {
        replaceText(world, window)
        window.files.remove(draftId, fileId)
      }),
    ]
    if (state === 'failed' || state === 'cancelled')
      steps.push(step(3, `sends ${name} again`, () => window.files.retry(draftId, fileId)))
    if (isOnItsWay(file)) steps.push(step(0.3, `cancels ${name}`, () => window.files.cancel(draftId, fileId)))
    return steps
  })
  return own.length + count <= attachmentsLimit ? [attach, ...changes] : changes
}

/** True if the agent can type in the form. */
function mayChange(window: PanelWindow): boolean {
  const { status } = window.submission().getSnapshot()
  const front = window.screen().drafts.find(({ draftId }) => draftId === window.draftId())
  return front?.createdId === undefined && (status === 'idle' || status === 'not-done')
}

/** A night passes: the tokens of files that were not sent expire. */
export const nightStep = ({ files, place, noteFault }: World): readonly Step[] =>
  files.isInUse
    ? [
        {
          weight: 0.4,
          name: 'a night passes',
          run: async () => {
            noteFault('file: a night passed')
            place.clock.sleep(nightMs)
            await place.emptyRedis()
          },
        },
      ]
    : []
