import type { FieldRules } from '../../../entries/component.ts'
import { noContact } from '../../contacts.ts'
import type { Scene, StateGroup } from '../../gallery-state.ts'
import { answer, me } from '../../proxy-answers.ts'

const required: FieldRules = {
  description: { isRequired: true },
  link: { isRequired: true },
  schedule: { isRequired: true },
  references: { byName: { Order: { type: 'URL', isRequired: true } } },
  attributes: { byKey: { callbackReason: { isRequired: true } } },
}

const locked: FieldRules = {
  name: { default: 'Approve the refund', isLocked: true },
  description: { default: 'See the order.', isLocked: true },
  destination: { default: { type: 'flow', flowId: 'refunds' }, isLocked: true },
  link: { default: 'previous', isLocked: true },
  schedule: { default: 'now', isLocked: true },
  references: {
    isLocked: true,
    byName: { Order: { type: 'URL', default: 'https://shop.example.com/48213', isLocked: true } },
  },
  attributes: { isLocked: true, byKey: { source: { default: 'crm', isLocked: true } } },
}

const hidden: FieldRules = {
  description: { isHidden: true },
  destination: { default: { type: 'flow', flowId: 'refunds' }, isHidden: true },
  link: { default: 'related', isHidden: true },
  schedule: { default: 'now', isHidden: true },
  references: { isHidden: true },
  attributes: { isHidden: true },
}

async function openAll({ agent }: Scene): Promise<void> {
  await agent.openSection('link')
  await agent.openSection('references')
  await agent.openSection('attributes')
}

const policy = (fields: FieldRules) => ({ me: answer({ ...me, fields }) })

export const fieldRules: StateGroup = {
  title: 'Rules about fields',
  states: [
    { name: 'Policy requires fields', proxy: policy(required), landmark: '1 to fill in' },
    {
      name: 'Policy requires fields, all open',
      proxy: policy(required),
      steps: openAll,
      landmark: 'Add attribute',
    },
    {
      name: 'Policy requires fields, submitted empty',
      proxy: policy(required),
      steps: async ({ agent }) => {
        await agent.see('[data-section="attributes"] strong')
        await agent.submit()
      },
      landmark: 'things first',
    },
    {
      name: 'Policy requires a contact',
      session: noContact,
      proxy: policy({ link: { isRequired: true } }),
      steps: async ({ agent }) => {
        await agent.openSection('link')
        await agent.submit()
      },
      landmark: 'Your organisation asks for a contact with each task.',
    },
    { name: 'Policy locks fields', proxy: policy(locked), landmark: 'Set by your organisation.' },
    {
      name: 'Policy locks fields, all open',
      proxy: policy(locked),
      steps: openAll,
      landmark: 'Set by your organisation.',
    },
    {
      name: 'Policy hides fields',
      proxy: policy(hidden),
      landmark: 'Create task',
    },
    {
      name: 'Policy allows some kinds of references and hosts',
      proxy: policy({ references: { types: ['URL'], urlHosts: ['shop.example.com', '*.crm.example.com'] } }),
      steps: async ({ agent }) => {
        await agent.openSection('references')
        await agent.addRow('references')
      },
      landmark: 'only at',
    },
    {
      name: 'The page presets fields',
      fields: {
        name: { default: 'Call back' },
        destination: { default: { type: 'quickConnect', quickConnectId: 'billing' } },
        schedule: { default: 'later' },
        attributes: { byKey: { source: { default: 'crm' } } },
      },
      landmark: 'Choose a day and a time',
    },
    {
      name: 'A preset destination is gone',
      fields: { destination: { default: { type: 'flow', flowId: 'gone' }, isLocked: true } },
      landmark: 'The chosen destination is no longer available.',
    },
  ],
}
