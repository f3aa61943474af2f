import { MessageForm } from '../form/message-form.tsx'
import styles from '../message.css?inline'

/** The code for text messages. Agents who may not send any never load it. */
export const messageChunk = { MessageForm, styles } as const
