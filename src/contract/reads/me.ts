import * as z from 'zod/mini'
import { scheduleHorizonDaysLimit } from '../../core/fields/schedule/horizon.ts'
import { fieldRulesShape } from '../rules/field-rules.ts'
import { presetsSchema } from '../rules/presets.ts'
import { permissionSchemas } from '../rules/permissions.ts'

// Not in `reads.ts`: the panel loads this schema, and those of the rules, after the form.

const { undo, reschedule, showColleaguesTasks, keepInBrowser } = permissionSchemas

/*
 * An older proxy sends no permissions and has no operations for existing tasks. If a newer proxy sends a value of a permission
 * that the panel does not know, the panel applies the strictest one. One lint rule mistakes zod's `catch` for that of a
 * promise, the other refuses its `_default`.
 */
/* oxlint-disable promise/valid-params, no-underscore-dangle */
const receivedPermissions = {
  undo: z.catch(undo, 'never'),
  reschedule: z.catch(reschedule, false),
  showColleaguesTasks: z.catch(showColleaguesTasks, false),
  keepInBrowser: z.catch(z._default(keepInBrowser, 'everything'), 'nothing'),
}
/* oxlint-enable promise/valid-params, no-underscore-dangle */

/** `GET /api/v1/me`: the verified agent, and the rules of this deployment for them. */
export const meSchema = z.object({
  userId: z.string(),
  username: z.string(),
  name: z.string(),
  /** The agent as the identity provider names them. The drafts in a browser belong to this account. */
  account: z.object({ issuer: z.string(), subject: z.string() }),
  /** The proxy's clock when it answered; absent from an older proxy. */
  serverTime: z.optional(z.iso.datetime()),
  scheduleHorizonDays: z.int().check(z.minimum(1), z.maximum(scheduleHorizonDaysLimit)),
  // An older proxy sends no rules. If a newer proxy sends a rule that the panel does not know, the panel applies none, and the
  // proxy still enforces all. The lint rule mistakes zod's `catch` for that of a promise.
  // oxlint-disable-next-line promise/valid-params
  fields: z.catch(fieldRulesShape, {}),
  /**
   * The presets of tasks; absent from an older proxy. If a newer proxy sends a preset that the panel does not know, it offers
   * none.
   */
  // oxlint-disable-next-line promise/valid-params -- zod's `catch`, not that of a promise
  presets: z.catch(z.optional(presetsSchema), undefined),
  /** Whether the agent may send text messages; an older proxy sends none. */
  // oxlint-disable-next-line promise/valid-params -- zod's `catch`, not that of a promise
  messages: z.catch(z.boolean(), false),
  ...receivedPermissions,
})

export type Me = z.infer<typeof meSchema>
