import type { ReferenceType } from '../../../core/fields/references/reference.ts'
import type { PlainIssueCode } from '../../../core/issues/issues.ts'
import type { IconName } from '../../controls/icons/icon-paths.ts'

interface ReferenceLook {
  readonly icon: IconName
  /** The attributes of the input for the value. */
  readonly input: {
    readonly type: 'text' | 'datetime-local'
    readonly inputMode: 'text' | 'url' | 'decimal' | 'email'
    readonly dir: 'ltr' | 'auto'
    readonly min?: string
    readonly max?: string
  }
  /**
   * For this complaint the panel offers a corrected value, or the same value as type STRING. Undefined if every text is valid.
   */
  readonly mendedAt: PlainIssueCode | undefined
}

/** How the form shows each kind of reference: one line each. */
export const referenceLooks: Readonly<Record<ReferenceType, ReferenceLook>> = {
  URL: {
    icon: 'link',
    input: { type: 'text', inputMode: 'url', dir: 'ltr' },
    mendedAt: 'reference-url-invalid',
  },
  NUMBER: {
    icon: 'number',
    input: { type: 'text', inputMode: 'decimal', dir: 'ltr' },
    mendedAt: 'reference-number-invalid',
  },
  STRING: { icon: 'text', input: { type: 'text', inputMode: 'text', dir: 'auto' }, mendedAt: undefined },
  DATE: {
    icon: 'date',
    // Without `max`, browsers accept years of six digits.
    input: {
      type: 'datetime-local',
      inputMode: 'text',
      dir: 'ltr',
      min: '1000-01-01T00:00',
      max: '9999-12-31T23:59',
    },
    // A date input gives only valid dates, so there is nothing to correct.
    mendedAt: undefined,
  },
  EMAIL: {
    icon: 'email',
    input: { type: 'text', inputMode: 'email', dir: 'ltr' },
    mendedAt: 'reference-email-invalid',
  },
}
