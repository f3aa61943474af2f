import type { LanguageWords } from './messages/messages.ts'

/** Loads the first words of one language. */
export type LanguageLoader = () => Promise<{ readonly language: LanguageWords }>

export type Languages = Readonly<Record<string, LanguageLoader>>

/** Every language of the panel, by its BCP 47 tag: one folder and one line for each. A panel loads only its own language. */
export const languages = {
  en: () => import('./en/first-words.ts'),
} as const satisfies Languages
