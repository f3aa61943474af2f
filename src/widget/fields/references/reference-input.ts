import type { ReferenceType } from '../../../core/fields/references/reference.ts'

/** The input for the value of each type of reference. */
export const inputByType = {
  URL: { type: 'text', inputMode: 'url', dir: 'ltr' },
  NUMBER: { type: 'text', inputMode: 'decimal', dir: 'ltr' },
  STRING: { type: 'text', inputMode: 'text', dir: 'auto' },
  // Without a maximum, browsers take years of six digits.
  DATE: {
    type: 'datetime-local',
    inputMode: 'text',
    dir: 'ltr',
    min: '1000-01-01T00:00',
    max: '9999-12-31T23:59',
  },
  EMAIL: { type: 'text', inputMode: 'email', dir: 'ltr' },
} as const satisfies Record<ReferenceType, object>
