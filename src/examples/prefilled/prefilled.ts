import { createHostSource } from 'tasklink/host'
import { createTaskClient, mount, type FieldRules } from 'tasklink/mount'
import { clientOptions, signIn } from '../agent-sign-in.ts'

/** The fields that this page presets. The agent may change a plain default. A hidden field is sent too. */
const refundOf = (order: string): FieldRules => ({
  name: { default: `Approve the refund for order ${order}` },
  description: { isRequired: true },
  destination: { default: { type: 'flow', flowId: 'the-id-of-your-refund-flow' }, isLocked: true },
  link: { default: 'related', isLocked: true },
  references: {
    byName: { Order: { type: 'URL', default: `https://shop.example.com/orders/${order}`, isLocked: true } },
  },
  attributes: {
    // The agent cannot add other attributes.
    isLocked: true,
    byKey: {
      reason: { isRequired: true },
      orderId: { default: order, isLocked: true },
      source: { default: 'refund-desk', isHidden: true },
    },
  },
})

await signIn()

const place = document.getElementById('tasklink')
const form = document.querySelector('form')
if (!place || !form) throw new Error('The page has no place for the panel, or no case.')

const source = createHostSource()
source.set({ contact: null })
// These rules only change the panel. Put a rule that agents must not bypass into the proxy's policy.
const options = { source, client: createTaskClient(clientOptions) }
const panel = mount(place, options)

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const data = new FormData(form)
  const text = (name: string) => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }
  // A draft that the agent has begun keeps its values; new drafts get these presets.
  panel.update({ ...options, fields: refundOf(text('order')) })
  source.set({
    contact: {
      contactId: text('contactId'),
      channel: 'chat',
      displayName: text('displayName') || undefined,
    },
  })
})
