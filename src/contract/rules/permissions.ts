import * as z from 'zod/mini'
import { keptParts, undoPermissions, type Permissions } from '../../core/existing-task/permissions.ts'

/** The shape of each permission, in a policy file and in `/me`. */
export const permissionSchemas = {
  undo: z.enum(undoPermissions),
  reschedule: z.boolean(),
  showColleaguesTasks: z.boolean(),
  keepInBrowser: z.enum(keptParts),
} satisfies Record<keyof Permissions, z.ZodMiniType>
