import type { Channel } from '../../core/contact/contact.ts'

/** As a label: "Call". */
export const channelLabels: Readonly<Record<Channel, string>> = {
  voice: 'Call',
  queue_callback: 'Callback',
  chat: 'Chat',
  task: 'Task',
  email: 'Email',
}
