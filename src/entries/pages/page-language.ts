import type { Messages } from '../../i18n/messages/messages.ts'

/** Sets the language and direction of the page to those of its messages, for screen readers and for the layout. */
export function setPageLanguage({ language, direction }: Messages): void {
  document.documentElement.lang = language
  document.documentElement.dir = direction
}
