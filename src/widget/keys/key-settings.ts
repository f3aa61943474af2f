import * as z from 'zod/mini'
import { createSnapshotStore, type Snapshots } from '../../core/listeners/snapshot-store.ts'
import { actions, type ActionName } from './actions.ts'
import type { Chord, Platform } from './chord.ts'
import { actionNames, defaultKeymap, type Keymap } from './keymap.ts'
import { refuseChord } from './refuse-chord.ts'

/** The keys as the agent has set them. */
export interface KeySettings {
  /** The agent has switched all keys off. */
  readonly isOff: boolean
  readonly keymap: Keymap
  /** At least one setting differs from the default. */
  readonly isChanged: boolean
  /** The browser has stored the settings, or there are none. */
  readonly isKept: boolean
}

export interface KeySettingsStore extends Snapshots<KeySettings> {
  readonly platform: Platform
  readonly switchOff: (isOff: boolean) => void
  /** Gives an action this key, or none. The caller has checked that the key is allowed. */
  readonly give: (name: ActionName, chord: Chord | undefined) => void
  readonly reset: () => void
}

export const keySettingsKey = 'tasklink.keys'

const storedSchema = z.object({
  version: z.literal(1),
  isOff: z.boolean(),
  /** The agent's own keys by action; null for an action without a key. */
  chords: z.record(z.string(), z.nullable(z.string())),
})

/** The agent's changes of the default keys. */
interface Changes {
  readonly isOff: boolean
  readonly chords: ReadonlyMap<ActionName, Chord | undefined>
}

const noChanges: Changes = { isOff: false, chords: new Map() }

/** The keys of this browser. `storage` may throw, as in a frame whose browser denies it. */
export function createKeySettings(storage: () => Storage, platform: Platform): KeySettingsStore {
  let changes = readChanges(storage)
  const store = createSnapshotStore(settingsOf(changes, platform, true))
  const change = (next: Changes) => {
    changes = next
    store.set(settingsOf(changes, platform, writeChanges(storage, changes)))
  }
  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    platform,
    switchOff: (isOff) => change({ ...changes, isOff }),
    give: (name, chord) => {
      const others = [...changes.chords].filter(([each]) => each !== name)
      const isDefault = chord === actions[name].defaultChord[platform]
      change({ ...changes, chords: new Map(isDefault ? others : [...others, [name, chord]]) })
    },
    reset: () => change(noChanges),
  }
}

function settingsOf({ isOff, chords }: Changes, platform: Platform, isKept: boolean): KeySettings {
  return { isOff, keymap: keymapOf(chords, platform), isChanged: isOff || chords.size > 0, isKept }
}

/**
 * The agent's own keys, and the default keys of the other actions. A default key is left out if the agent uses it for another
 * action.
 */
function keymapOf(chords: Changes['chords'], platform: Platform): Keymap {
  const keymap = new Map<ActionName, Chord>()
  for (const [name, chord] of chords) {
    if (chord !== undefined && !refuseChord(chord, name, keymap, platform)) keymap.set(name, chord)
  }
  for (const [name, chord] of defaultKeymap(platform)) {
    const isTakenAway = chords.has(name) && chords.get(name) === undefined
    if (!isTakenAway && !keymap.has(name) && !refuseChord(chord, name, keymap, platform))
      keymap.set(name, chord)
  }
  return keymap
}

function readChanges(storage: () => Storage): Changes {
  try {
    const { isOff, chords } = storedSchema.parse(JSON.parse(storage().getItem(keySettingsKey) ?? ''))
    // Leave out actions that only another version of the panel has.
    const known = actionNames.filter((name) => Object.hasOwn(chords, name))
    return { isOff, chords: new Map(known.map((name) => [name, chords[name] ?? undefined])) }
  } catch {
    return noChanges
  }
}

/** Returns whether the browser has stored it. */
function writeChanges(storage: () => Storage, { isOff, chords }: Changes): boolean {
  try {
    if (!isOff && chords.size === 0) {
      storage().removeItem(keySettingsKey)
      return true
    }
    const named = Object.fromEntries([...chords].map(([name, chord]) => [name, chord ?? null]))
    storage().setItem(
      keySettingsKey,
      JSON.stringify({ version: 1, isOff, chords: named } satisfies z.infer<typeof storedSchema>),
    )
    return true
  } catch {
    return false
  }
}
