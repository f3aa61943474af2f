import type { Chord, Platform } from './chord.ts'
import { goOnAt, goTo, openList, openPicker, openSection, press, type Act } from './acts.ts'

/** An action that has a key. */
export interface Action {
  /** The key until the agent chooses another one. */
  readonly defaultChord: Readonly<Record<Platform, Chord>>
  /** CSS selectors of the control that the action uses; the first one that can be used is. */
  readonly controls: readonly string[]
  readonly act: Act
}

/** The key that sends a form in mail programs, chats and the boards of issue trackers. */
const withCommand = (key: string) => ({ other: `Control+${key}`, apple: `Meta+${key}` })

/**
 * The lines of the form have the digits from top to bottom, which are the same in every language and layout.
 *
 * Why these modifiers: a key alone would be typed. Ctrl and a letter or digit, Ctrl+Shift and a letter, and Alt and a
 * letter or digit belong to browsers: tabs, menus, the address bar, developer tools. Ctrl+Alt is AltGr on Windows, and
 * types signs in most of Europe; on a Mac it is VoiceOver's, and Option alone types signs there. NVDA, JAWS, Narrator and
 * Orca have Insert or Caps Lock. Alt+Shift is free with digits, D, M, X and Z on Windows and Linux (Chromium uses it with A, B, I and T;
 * Orca lists headings by it, but only while it reads a page and not while an agent fills in a form). On a Mac
 * Control+Shift is free with them. The CCP and the agent workspace document no keys; the CCP is another document, so
 * its keys never reach the panel, and the panel hears only those that are pressed inside it.
 */
const ofForm = (key: number | 'D' | 'M' | 'X' | 'Z') => ({
  other: `Alt+Shift+${key}`,
  apple: `Control+Shift+${key}`,
})

/** All actions that have a key, in the order of the list of keys. */
export const actions = {
  create: { defaultChord: withCommand('Enter'), controls: ['[part~="submit"]'], act: press },
  contact: { defaultChord: ofForm(0), controls: ['.tl-chooser', '.tl-contact > p'], act: goTo },
  // After a task has been created, the name of the next one.
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
      // Of the created task, or of a task in the open list.
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
    controls: [':is(.tl-notice, .tl-complaints, .tl-waiting) button'],
    act: goTo,
  },
  drafts: { defaultChord: ofForm(9), controls: ['.tl-others > summary'], act: openSection },
  // The other one of the two.
  mode: { defaultChord: ofForm('M'), controls: ['[name="mode"]:not(:checked)'], act: press },
  tasks: { defaultChord: ofForm('X'), controls: ['.tl-tasks > summary'], act: openSection },
  // Not while the task is being sent.
  discard: { defaultChord: ofForm('D'), controls: ['.tl-discard:enabled:not([hidden])'], act: press },
  undo: {
    defaultChord: ofForm('Z'),
    controls: ['.tl-rows-news button', '[data-undo]', '.tl-created [data-stop]'],
    act: press,
  },
  keys: { defaultChord: withCommand('/'), controls: ['[data-action="keys"]'], act: press },
} as const satisfies Readonly<Record<string, Action>>

export type ActionName = keyof typeof actions
