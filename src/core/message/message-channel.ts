// No run-time imports: the first load of the panel may have this file.

/** The channels of Connect's outbound messages that the panel sends. */
export const messageChannels = ['sms', 'whatsapp'] as const

export type MessageChannel = (typeof messageChannels)[number]
