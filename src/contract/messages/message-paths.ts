// No run-time imports: the first load of the panel may have this file.

/** `POST /api/v1/messages` */
export const messagesPath = '/api/v1/messages'

/** `GET /api/v1/messages/options?contactId=`: what the agent may send, about one of their contacts or about none. */
export const messageOptionsPath = (contactId?: string) =>
  contactId === undefined
    ? `${messagesPath}/options`
    : `${messagesPath}/options?contactId=${encodeURIComponent(contactId)}`
