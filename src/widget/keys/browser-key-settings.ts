import type { Platform } from './chord.ts'
import { createKeySettings } from './key-settings.ts'

/** iPads call themselves Macs. */
const platformOf = (name: string): Platform => (/^(Mac|iP)/.test(name) ? 'apple' : 'other')

/** The keys of this browser, which all panels of a page share. */
export const browserKeySettings = createKeySettings(() => localStorage, platformOf(navigator.platform))
