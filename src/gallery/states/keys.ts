import type { StateGroup } from '../gallery-state.ts'

const listOfKeys = '[data-action="keys"]'

export const keys: StateGroup = {
  title: 'Keyboard shortcuts',
  states: [
    {
      name: 'Keys: the list',
      steps: ({ agent }) => agent.press(listOfKeys),
      landmark: 'Use keyboard shortcuts',
    },
    {
      name: 'Keys: one is being changed',
      steps: async ({ agent }) => {
        await agent.press(listOfKeys)
        await agent.press('.tl-key-row:nth-child(7) .tl-key')
      },
      landmark: 'Press the new key…',
    },
  ],
}
