/** E.164: a plus sign and at most 15 digits, the first of which is not 0. */
const e164Pattern = /^\+[1-9]\d{1,14}$/

export const isE164 = (text: string): boolean => e164Pattern.test(text)
