import { actions, type ActionName } from './actions.ts'
import type { Chord, Platform } from './chord.ts'

/** The keys of the actions. An action without a key is not in the map. */
export type Keymap = ReadonlyMap<ActionName, Chord>

const isActionName = (name: string): name is ActionName => Object.hasOwn(actions, name)

/** All actions, in the order of the list of keys. */
export const actionNames: readonly ActionName[] = Object.keys(actions).filter((name) => isActionName(name))

export const defaultKeymap = (platform: Platform): Keymap =>
  new Map(actionNames.map((name) => [name, actions[name].defaultChord[platform]]))

/** The action that has one of these chords. */
export const actionOf = (keymap: Keymap, chords: readonly Chord[]): ActionName | undefined =>
  [...keymap].find(([, chord]) => chords.includes(chord))?.[0]
