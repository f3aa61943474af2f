import type { Channel, Contact } from '../core/contact.ts'

export const channelWords: Record<Channel, string> = {
  voice: 'Call',
  queue_callback: 'Callback',
  chat: 'Chat',
  task: 'Task',
  email: 'Email',
}

export const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

export const shortId = (contactId: string) => contactId.slice(0, 8)

export const channelName = (channel: Channel) => channelWords[channel].toLowerCase()

/** "call with +1 555 0100", "task Check invoice": how the agent would say it. */
export function contactName({ channel, displayName, contactId }: Contact): string {
  // Two without a name must not read alike.
  if (displayName === undefined) return `${channelName(channel)} ${shortId(contactId)}`
  return channel === 'task' || channel === 'email'
    ? `${channelName(channel)} “${displayName}”`
    : `${channelName(channel)} with ${displayName}`
}

export const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
