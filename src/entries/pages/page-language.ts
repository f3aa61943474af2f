import type { Messages } from '../../i18n/messages/messages.ts'

/** A page of the proxy is in the language of its words, for screen readers and for its layout. */
export function setPageLanguage({ language, direction }: Messages): void {
  document.documentElement.lang = language
  document.documentElement.dir = direction
}
