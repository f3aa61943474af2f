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
  /** The complaint at which the panel offers a mended value, or the same value as a text; undefined if every text fits. */
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
    // Without a maximum, browsers take years of six digits.
    input: {
      type: 'datetime-local',
      inputMode: 'text',
      dir: 'ltr',
      min: '1000-01-01T00:00',
      max: '9999-12-31T23:59',
    },
    // Its input gives no other text.
    mendedAt: undefined,
  },
  EMAIL: {
    icon: 'email',
    input: { type: 'text', inputMode: 'email', dir: 'ltr' },
    mendedAt: 'reference-email-invalid',
  },
}
