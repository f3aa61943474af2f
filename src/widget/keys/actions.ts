import type { Chord, Platform } from './chord.ts'
import { goOnAt, goTo, openList, openPicker, openSection, press, type Act } from './acts.ts'

/** An action that has a key. */
export interface Action {
  /** The key until the agent chooses another one. */
  readonly defaultChord: Readonly<Record<Platform, Chord>>
  /** CSS selectors of controls. The action uses the first control that is shown and enabled. */
  readonly controls: readonly string[]
  readonly act: Act
}

/** Ctrl+Enter or Command+Enter, which also sends a form in mail programs, chats and issue trackers. */
const withCommand = (key: string) => ({ other: `Control+${key}`, apple: `Meta+${key}` })

/**
 * The lines of the form have the digits from top to bottom: digits are the same in every language and keyboard layout.
 *
 * Why these modifiers: a key alone would be typed. Browsers use Ctrl with a letter or digit, Ctrl+Shift with a letter, and Alt
 * with a letter or digit. Ctrl+Alt is AltGr on Windows and types characters in most of Europe. On a Mac, VoiceOver uses
 * Ctrl+Option, and Option alone types characters. NVDA, JAWS, Narrator and Orca use Insert or Caps Lock. On Windows and Linux,
 * Alt+Shift is free with digits, D, M, X and Z: Chromium uses it with A, B, I and T; Orca uses it to list headings, but not
 * while an agent fills in a form. On a Mac, Control+Shift is free with the same keys. The CCP and the agent workspace document
 * no keys. The CCP is another document, so its keys never reach the panel, and the panel's keys never reach the CCP.
 */
const ofForm = (key: number | 'D' | 'M' | 'X' | 'Z') => ({
  other: `Alt+Shift+${key}`,
  apple: `Control+Shift+${key}`,
})

/** All actions that have a key, in the order of the list of keys. */
export const actions = {
  create: { defaultChord: withCommand('Enter'), controls: ['[part~="submit"]'], act: press },
  contact: { defaultChord: ofForm(0), controls: ['.tl-chooser', '.tl-contact > p'], act: goTo },
  // The second selector is for the card of a created task: it starts the next one.
  name: {
    defaultChord: ofForm(1),
    controls: ['[name="name"]', '[name="to"]', '.tl-created > .tl-primary'],
    act: goOnAt,
  },
  description: {
    defaultChord: ofForm(2),
    controls: ['[name="description"]', '[name="text"]', '[name="templateId"]'],
    act: goTo,
  },
  destination: { defaultChord: ofForm(3), controls: ['[name="destination"]', '[name="flowId"]'], act: goTo },
  when: {
    defaultChord: ofForm(4),
    controls: [
      '[data-field="schedule"] [value="pick"]',
      '[data-field="schedule"] [name="schedule.when"]',
      // The button of the created task, or of a task in the open list.
      '[data-change-time]',
    ],
    act: openPicker,
  },
  link: { defaultChord: ofForm(5), controls: ['[data-section="link"] > summary'], act: openSection },
  references: {
    defaultChord: ofForm(6),
    controls: ['[data-section="references"] > summary'],
    act: openList,
  },
  attributes: {
    defaultChord: ofForm(7),
    controls: ['[data-section="attributes"] > summary'],
    act: openList,
  },
  message: {
    defaultChord: ofForm(8),
    controls: [':is(.tl-notice, .tl-complaints) button'],
    act: goTo,
  },
  drafts: { defaultChord: ofForm(9), controls: ['.tl-others > summary'], act: openSection },
  // The mode that is not chosen.
  mode: { defaultChord: ofForm('M'), controls: ['[name="mode"]:not(:checked)'], act: press },
  tasks: { defaultChord: ofForm('X'), controls: ['.tl-tasks > summary'], act: openSection },
  // The selector excludes the button while the task is being sent.
  discard: { defaultChord: ofForm('D'), controls: ['.tl-discard:enabled:not([hidden])'], act: press },
  undo: {
    defaultChord: ofForm('Z'),
    controls: ['.tl-rows-news button', '[data-undo]', '.tl-created [data-stop]'],
    act: press,
  },
  keys: { defaultChord: withCommand('/'), controls: ['[data-action="keys"]'], act: press },
} as const satisfies Readonly<Record<string, Action>>

export type ActionName = keyof typeof actions
