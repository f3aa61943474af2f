import { disguised, fileOf, letter, note, screenshot } from '../../files.ts'
import type { Scene, StateGroup } from '../../gallery-state.ts'
import { answer, problem } from '../../proxy-answers.ts'
import { fillAndSubmit } from '../../steps.ts'

const withReferencesOpen = ({ agent }: Scene) => agent.openSection('references')

/** The agent has dropped two files. */
async function dropTwo(scene: Scene): Promise<void> {
  await withReferencesOpen(scene)
  await scene.agent.drop([await screenshot(), fileOf(letter)])
}

export const files: StateGroup = {
  title: 'Files',
  states: [
    {
      name: 'Files: on their way',
      bucket: 'stops-midway',
      steps: async (scene) => {
        await dropTwo(scene)
        await scene.agent.drop([fileOf(note)])
        await scene.agent.see('.tl-file[data-state="sending"]')
      },
      landmark: 'Uploading, 61%',
    },
    {
      name: 'Files: as many as fit, and one that does not',
      steps: async (scene) => {
        await dropTwo(scene)
        await scene.agent.drop([1, 2, 3, 4].map((copy) => fileOf({ ...note, name: `note ${copy}.txt` })))
        await scene.agent.see('.tl-file[data-state="done"]:nth-child(5)')
      },
      landmark: 'left out, because the task has no room for more.',
    },
    {
      name: 'Files: refused for their name, type and size',
      steps: async (scene) => {
        await withReferencesOpen(scene)
        await scene.agent.drop([
          fileOf({ ...disguised, name: disguised.name.replace('exe', 'pdf') }),
          fileOf({ name: 'setup.exe', bytes: 340_000 }),
          fileOf({ name: 'video of the damage.mp4', bytes: 20 * 1_048_576 + 1 }),
          fileOf({ name: 'empty.txt', bytes: 0 }),
        ])
        await scene.agent.see('.tl-file[data-state="failed"]:nth-child(4)')
      },
      landmark: 'Use the name',
    },
    {
      name: 'Files: one contradicts its name',
      proxy: {
        completeUpload: problem('upload-refused', {
          issues: [{ field: 'attachments.0.file', code: 'file-content-contradicts' }],
        }),
      },
      steps: async (scene) => {
        await withReferencesOpen(scene)
        await scene.agent.drop([fileOf(letter)])
        await scene.agent.see('.tl-file[data-state="failed"]')
      },
      landmark: 'The content of this file is not what its name says.',
    },
    {
      name: 'Files: the bucket does not take one',
      bucket: 'refuses',
      steps: async (scene) => {
        await withReferencesOpen(scene)
        await scene.agent.drop([fileOf(letter)])
        await scene.agent.see('.tl-file[data-state="failed"]')
      },
      landmark: 'The file store did not accept the file.',
    },
    {
      name: 'Files: one cancelled, one removed',
      bucket: 'stops-midway',
      steps: async (scene) => {
        await dropTwo(scene)
        await scene.agent.press('.tl-file:nth-child(1) .tl-remove')
        await scene.agent.press('.tl-file .tl-quiet')
      },
      landmark: 'Cancelled',
    },
    {
      name: 'Files: dragged over the form',
      steps: async (scene) => {
        await withReferencesOpen(scene)
        await scene.agent.drag([fileOf(letter)])
      },
      landmark: 'Add files',
    },
    {
      name: 'Files: in a draft that was reopened',
      bucket: 'stops-midway',
      steps: async (scene) => {
        await dropTwo(scene)
        await scene.agent.see('.tl-file[data-state="sending"]')
        await scene.agent.type('name', 'Send the contract')
        scene.reload()
        await scene.agent.see('.tl-discard:enabled')
        await withReferencesOpen(scene)
        await scene.agent.see('.tl-file[data-state="failed"]')
      },
      landmark: 'The page was closed before the upload had ended.',
    },
    {
      name: 'Files: one has failed, and the button was pressed',
      bucket: 'refuses',
      steps: async (scene) => {
        await withReferencesOpen(scene)
        await scene.agent.drop([fileOf(letter)])
        await scene.agent.see('.tl-file[data-state="failed"]')
        await fillAndSubmit(scene)
      },
      landmark: 'Check 1 thing first',
    },
    {
      name: 'Files: a task with one was created',
      steps: async (scene) => {
        await withReferencesOpen(scene)
        await scene.agent.drop([fileOf(letter)])
        await scene.agent.see('.tl-file[data-state="done"]')
        await fillAndSubmit(scene)
        await scene.agent.see('.tl-created')
      },
      landmark: '1 file',
    },
    {
      name: 'Files: in the form of a template',
      steps: async ({ agent }) => {
        await agent.chooseDestination('template:refund')
        await agent.see('.tl-add-files')
        await agent.drop([fileOf(letter)])
        await agent.see('.tl-file[data-state="done"]')
      },
      landmark: 'Uploaded',
    },
    {
      name: 'Files: not set up',
      proxy: { uploadLimits: answer({ available: false, reason: 'not-configured' }) },
      steps: withReferencesOpen,
      landmark: 'your organisation has not set up a file store',
    },
    {
      name: 'Files: forbidden',
      proxy: { uploadLimits: answer({ available: false, reason: 'forbidden' }) },
      steps: withReferencesOpen,
      landmark: 'Your organisation does not allow files here.',
    },
  ],
}
