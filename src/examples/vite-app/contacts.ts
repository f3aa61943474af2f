import type { ContactSource } from 'tasklink'
import { createHostSource } from 'tasklink/host'
import { createStreamsGuest } from 'tasklink/streams-guest'

/** The contacts of the Streams that your desktop runs; where it runs none, the contact that you say is in front. */
export function openContacts(): ContactSource {
  const streams: unknown = Reflect.get(globalThis, 'connect')
  if (typeof streams === 'object' && streams !== null) return createStreamsGuest({ connect: streams })

  const source = createHostSource()
  source.set({ contact: { contactId: '5f1c4d8e', channel: 'chat', displayName: 'Maya Lopez' } })
  return source
}
