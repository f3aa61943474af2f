import { trimmedText } from '../../../text/invisible.ts'
import { textKind } from './text-kind.ts'

/** Any text. Spaces at its ends are part of it. */
export const stringKind = textKind('STRING', (value) => ({ sent: value }), {
  read: ({ name, value }) => ({ name: trimmedText(name), type: 'STRING', value }),
})
