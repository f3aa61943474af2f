/** Which of their own tasks agents may stop: tasks that no other agent has accepted, all, or none. */
export const undoPermissions = ['unaccepted', 'always', 'never'] as const

export type UndoPermission = (typeof undoPermissions)[number]

/** The parts of a draft that the browser may store. */
export const keptParts = ['everything', 'no-attribute-values', 'nothing'] as const

export type KeptParts = (typeof keptParts)[number]

/** Permissions of an agent besides the rules for the fields of a task. */
export interface Permissions {
  readonly undo: UndoPermission
  /** Whether agents may change the time of their own scheduled tasks. */
  readonly reschedule: boolean
  /** Whether agents see the names of their colleagues' tasks, and the names of these colleagues. */
  readonly showColleaguesTasks: boolean
  readonly keepInBrowser: KeptParts
}

/** The permissions if the policy does not set them. */
export const defaultPermissions: Permissions = {
  undo: 'unaccepted',
  reschedule: true,
  showColleaguesTasks: false,
  keepInBrowser: 'everything',
}
