import { notOfKind, textKind } from './text-kind.ts'

// https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
const emailPattern =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/

/** One address, as the HTML standard has it. */
export const emailKind = textKind(
  'EMAIL',
  (value) => (emailPattern.test(value) ? { sent: value } : notOfKind(value, 'reference-email-invalid')),
  {
    // Without a full stop in its host, a text with @ may be something else.
    recognize: (text) => (emailPattern.test(text) && /@.*\./.test(text) ? text : undefined),
    mend: (value) => {
      const address = value.replace(/^mailto:/i, '')
      return address !== value && emailPattern.test(address) ? address : undefined
    },
  },
)
