import type { Destinations } from '../../../core/fields/destination-key.ts'
import type { StateGroup } from '../../gallery-state.ts'
import { answer, destinations, noAnswer } from '../../proxy-answers.ts'

const ana = { quickConnectId: 'ana', name: 'Ana Ruiz', kind: 'user', isSelf: true } as const

const all: Destinations = {
  ...destinations,
  quickConnects: [...destinations.quickConnects, ana],
  templates: [
    {
      templateId: 'refund',
      name: 'Refund of an order that was delivered damaged, with photographs and a receipt',
    },
    { templateId: 'complaint', name: 'Complaint' },
  ],
}

const places = ['Support', 'Claims', 'Orders', 'Returns', 'Billing', 'Onboarding']

/** As many as a large company has. */
const thousands: Destinations = {
  flows: Array.from({ length: 1_100 }, (_, index) => ({
    flowId: `flow-${index}`,
    name: `${places[index % places.length]} ${String(index + 1).padStart(4, '0')}`,
  })),
  quickConnects: Array.from({ length: 100 }, (_, index) => ({
    quickConnectId: `person-${index}`,
    name: `Agent ${String(index + 1).padStart(3, '0')}`,
    kind: 'user' as const,
  })),
}

const field = '[name="destination"]'

export const whoShouldDoIt: StateGroup = {
  title: 'Who should do it?',
  states: [
    {
      name: 'The list is open, with a favourite',
      proxy: { destinations: answer(all) },
      steps: async ({ agent }) => {
        await agent.press(field)
        await agent.press('[data-key="flow:refunds"] > [data-star]')
        agent.leave()
        await agent.press(field)
        await agent.see('[role="group"] [data-star="on"]')
      },
      landmark: 'Yours',
    },
    {
      name: 'The list is open, and the forms could not be read',
      proxy: { destinations: answer({ ...destinations, templates: [], unread: ['templates'] }) },
      steps: async ({ agent }) => {
        await agent.press(field)
        await agent.see('[role="option"]')
      },
      landmark: 'The forms could not be read, so none are listed.',
    },
    {
      name: 'Letters find destinations',
      proxy: { destinations: answer(all) },
      steps: ({ agent }) => agent.type('destination', 're'),
      landmark: 'Callback requests',
    },
    {
      name: 'Letters find nothing',
      steps: ({ agent }) => agent.type('destination', 'insurance'),
      landmark: 'No person, queue, flow or form is called “insurance”.',
    },
    {
      name: 'Letters before the list has come',
      proxy: { destinations: noAnswer },
      steps: async ({ agent }) => {
        await agent.type('destination', 'ref')
        await agent.see('.tl-found')
      },
      landmark: 'Loading destinations…',
    },
    {
      name: '1,200 destinations',
      proxy: { destinations: answer(thousands) },
      steps: async ({ agent }) => {
        await agent.press(field)
        await agent.see('[role="option"]')
      },
      landmark: 'Agent 001',
    },
  ],
}
