import type { Messages } from './en.ts'
import { lateEn } from './late.en.ts'

export type LateMessages = typeof lateEn

/** The words that come after the form; a language that has the first ones and not these does not compile. */
export const lateMessages: Readonly<Record<Messages['language'], LateMessages>> = { en: lateEn }
