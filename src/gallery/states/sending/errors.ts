import type { StateGroup } from '../../gallery-state.ts'
import { addAttributes, addReferences, fillAndSubmit } from '../../steps.ts'

export const errors: StateGroup = {
  title: 'Errors after submit',
  states: [
    {
      name: 'Submitted empty',
      steps: ({ agent }) => agent.submit(),
      landmark: 'Check 2 things first',
    },
    {
      name: 'Errors in every section',
      steps: async (scene) => {
        const { agent } = scene
        await agent.check('schedule.when', 'pick')
        await agent.openSection('references')
        await addReferences(
          scene,
          { type: 'URL', name: 'Order', value: 'www.shop.example.com' },
          { type: 'NUMBER', name: 'Order', value: '1,5' },
          { type: 'EMAIL', name: '', value: 'maya at example.com' },
        )
        await agent.openSection('attributes')
        await addAttributes(scene, ['bad key!', '1'], ['bad key!', '2'])
        await agent.submit()
      },
      landmark: 'things first',
    },
    {
      name: 'Errors in closed sections',
      steps: async (scene) => {
        const { agent } = scene
        await agent.openSection('attributes')
        await addAttributes(scene, ['', 'A value without a key'])
        await agent.openSection('attributes')
        await fillAndSubmit(scene)
      },
      landmark: 'Check 1 thing first',
    },
    {
      name: 'Texts that are too long',
      steps: async (scene) => {
        const { agent } = scene
        await agent.chooseDestination('flow:callbacks')
        await agent.type('name', 'Call back about the refund. '.repeat(40))
        await agent.type('description', 'She wants to know when the money arrives. '.repeat(100))
        await agent.openSection('attributes')
        await addAttributes(scene, ['notes', 'x'.repeat(32_800)])
        await agent.submit()
      },
      landmark: 'Check 4 things first',
    },
  ],
}
