import type { ContactSource } from 'tasklink'
import { createHostSource } from 'tasklink/host'
import { createStreamsGuest } from 'tasklink/streams-guest'

/** Takes contacts from the Streams of your desktop; without Streams, from your own code. */
export function openContacts(): ContactSource {
  const streams: unknown = Reflect.get(globalThis, 'connect')
  if (typeof streams === 'object' && streams !== null) return createStreamsGuest({ connect: streams })

  const source = createHostSource()
  source.set({ contact: { contactId: '5f1c4d8e', channel: 'chat', displayName: 'Maya Lopez' } })
  return source
}
