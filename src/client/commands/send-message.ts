import { messagesPath } from '../../contract/messages/message-paths.ts'
import { sendMessageBody, sentMessageSchema, type SentMessage } from '../../contract/messages/messages.ts'
import type { MessageRequest } from '../../core/message/message-parts.ts'
import type { Command } from '../command.ts'

/** The answer says that Connect has accepted the message. Whether it arrives is not known. */
export const sendMessage: Command<MessageRequest, SentMessage> = {
  path: () => messagesPath,
  body: sendMessageBody,
  result: sentMessageSchema,
}
