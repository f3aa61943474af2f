import { beforeAll, expect, it } from 'vitest'
import { createFilesModel } from './files-model-harness.ts'

// Otherwise the first test would spend its time limit on loading this.
beforeAll(() => import('../../../contract/uploads/uploads.ts'))

it('a file is uploaded even if the agent adds it before the desk has read the typed text', async () => {
  const model = await createFilesModel()
  model.type('Call back')
  model.add()
  await model.settle()

  expect(model.files().getSnapshot()).toMatchObject([{ name: 'a.png', state: 'asking' }])
})

it('a file that arrives before the desk has read the typed text is never shown as lost', async () => {
  const model = await createFilesModel()
  model.add()
  const seen = new Set<string>()
  model.files().subscribe(() => {
    for (const { state } of model.files().getSnapshot()) seen.add(state)
  })
  await model.settle()
  model.end('answered', 0)
  await model.settle()
  model.put('stored')
  await model.settle()
  model.type('Call back')
  model.end('answered', 0)
  await model.settle()

  expect([...seen].at(-1)).toBe('done')
  expect(seen).not.toContain('failed')
})
