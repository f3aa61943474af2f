import type { Preset } from '../../../core/presets/preset.ts'
import type { StateGroup } from '../../gallery-state.ts'
import { answer, me, noAnswer } from '../../proxy-answers.ts'
import { fillTask, scheduleLater } from '../../steps.ts'

const presets: Preset[] = [
  {
    name: 'Refund of the order',
    task: {
      name: 'Refund for {customer}',
      description: 'Order {attribute:orderId}',
      destination: { type: 'flow', flowId: 'refunds' },
      start: { inDays: 1, at: '09:00' },
      attributes: [{ key: 'reason', value: 'refund' }],
    },
  },
  { name: 'Call back in half an hour', task: { name: 'Call {customer} back', start: { inMinutes: 30 } } },
  {
    name: 'Ask the warehouse about a parcel that has been on its way for more than ten days',
    task: { name: 'Ask about the parcel', destination: { type: 'quickConnect', quickConnectId: 'billing' } },
  },
]

const proxy = { me: answer({ ...me, presets }) }

const menu = '.tl-presets summary'
const preset = '.tl-preset-list button'

export const presetStates: StateGroup = {
  title: 'Presets',
  states: [
    {
      name: 'The menu of presets is open',
      proxy,
      steps: ({ agent }) => agent.press(menu),
      landmark: 'Call back in half an hour',
    },
    {
      name: 'The attributes for a preset are still being read',
      proxy: { ...proxy, contact: noAnswer },
      steps: ({ agent }) => agent.press(menu),
      landmark: 'Reading the contact’s attributes…',
    },
    {
      name: 'A preset is filled in',
      proxy,
      steps: async ({ agent }) => {
        await agent.press(menu)
        await agent.press(preset)
      },
      landmark: 'Undo',
    },
    {
      name: 'A preset would replace what is typed',
      proxy,
      steps: async (scene) => {
        await fillTask(scene)
        await scene.agent.press(menu)
        await scene.agent.press(preset)
      },
      landmark: 'Keep mine, fill in the rest',
    },
    {
      name: 'The form is saved as a preset',
      steps: async (scene) => {
        await fillTask(scene)
        await scheduleLater(scene)
        await scene.agent.press(menu)
        await scene.agent.press('.tl-presets .tl-link')
      },
      landmark: 'Name of the preset',
    },
    {
      name: 'A preset of the agent’s own',
      proxy,
      steps: async (scene) => {
        await fillTask(scene)
        await scene.agent.press(menu)
        await scene.agent.press('.tl-presets .tl-link')
        await scene.agent.press('.tl-preset-save [type="submit"]')
        await scene.agent.see('.tl-preset-list[aria-label]')
      },
      landmark: 'Saved in this browser.',
    },
  ],
}
