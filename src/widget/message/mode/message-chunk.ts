import { MessageForm } from '../form/message-form.tsx'
import styles from '../message.css?inline'

/** Everything for text messages. Agents who may send none never load it. */
export const messageChunk = { MessageForm, styles } as const
