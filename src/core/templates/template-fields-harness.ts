import type { PlainIssueCode, Issue } from '../issues/issues.ts'
import type { Reference, ReferenceType } from '../fields/references/reference.ts'
import type { Task } from '../creating/check-task.ts'
import type { TaskRequest } from '../task/task-parts.ts'
import type { TaskTemplate, TemplateField } from './template.ts'

/* Every type of template field with values for it, for tests of all constraints and defaults. */

const name = 'The field'
const farTooLong = 'x'.repeat(5_000)

/** A field of the matrix with sample values. */
export interface FieldSample {
  readonly type: string
  readonly options?: readonly string[]
  /** A default, and its value in the request and to Connect. */
  readonly preset: { readonly written: string; readonly asked: string; readonly sent: string }
  /** A default that Connect would refuse. */
  readonly broken: string
  /** A value that the agent types. */
  readonly own: { readonly asked: string; readonly sent: string }
  /** Values that are refused, with the code of the issue. */
  readonly wrong: readonly (readonly [asked: string, code: Issue['code']])[]
  readonly asking: (request: TaskRequest, value: string) => TaskRequest
  readonly sentIn: (task: Task) => string | undefined
  /** The code for a value that is required and missing. */
  readonly missing: Issue['code']
  /** The code for a value where the template fixes another, or none. */
  readonly locked: PlainIssueCode
  readonly lockedToNone: PlainIssueCode
  /** Every task needs this field. */
  readonly isNeeded?: true
}

type ReferenceSample = Pick<FieldSample, 'preset' | 'broken' | 'own' | 'wrong'> & {
  readonly options?: readonly string[]
}

const same = (text: string) => ({ asked: text, sent: text })
const preset = (text: string) => ({ written: text, ...same(text) })

const referenceSample = (
  type: string,
  referenceType: ReferenceType,
  sample: ReferenceSample,
): FieldSample => ({
  type,
  ...sample,
  asking: (request, value) => ({
    ...request,
    references: [...request.references, { name, type: referenceType, value } satisfies Reference],
  }),
  sentIn: ({ References = {} }) => References[name]?.Value,
  missing: 'reference-required',
  locked: 'field-locked',
  lockedToNone: 'reference-not-allowed',
})

const fieldSamples: readonly FieldSample[] = [
  {
    type: 'NAME',
    preset: preset('Refund'),
    broken: farTooLong,
    own: same('Call back'),
    wrong: [[farTooLong, 'name-too-long']],
    asking: (request, value) => ({ ...request, name: value }),
    sentIn: ({ Name }) => Name,
    missing: 'name-missing',
    locked: 'field-locked',
    lockedToNone: 'field-locked',
    isNeeded: true,
  },
  {
    type: 'DESCRIPTION',
    preset: preset('About a refund'),
    broken: farTooLong,
    own: same('About a call'),
    wrong: [[farTooLong, 'description-too-long']],
    asking: (request, value) => ({ ...request, description: value }),
    sentIn: ({ Description }) => Description,
    missing: 'field-required',
    locked: 'field-locked',
    lockedToNone: 'field-locked',
  },
  {
    type: 'EXPIRY_DURATION',
    preset: preset('4320'),
    broken: '129601',
    own: same('60'),
    wrong: [
      ['0', 'expiry-not-whole'],
      ['1.5', 'expiry-not-whole'],
      ['129601', 'expiry-too-long'],
    ],
    asking: (request, value) => ({ ...request, expiryMinutes: Number(value) }),
    sentIn: ({ SegmentAttributes = {} }) => {
      const expiry = SegmentAttributes['connect:ContactExpiry']
      return expiry && 'ValueMap' in expiry
        ? String(expiry.ValueMap['ExpiryDuration']?.ValueInteger)
        : undefined
    },
    missing: 'field-required',
    locked: 'field-locked',
    lockedToNone: 'field-locked',
  },
  referenceSample('TEXT', 'STRING', {
    preset: preset('Red'),
    broken: 'x'.repeat(512),
    own: same('x'.repeat(511)),
    wrong: [['x'.repeat(512), 'reference-text-too-long']],
  }),
  referenceSample('TEXT_AREA', 'STRING', {
    preset: preset('Red\nor blue'),
    broken: 'x'.repeat(4_096),
    own: same('x'.repeat(4_000)),
    wrong: [['x'.repeat(4_096), 'references-too-large']],
  }),
  referenceSample('BOOLEAN', 'STRING', {
    preset: { written: 'True', asked: 'true', sent: 'true' },
    broken: 'maybe',
    own: same('false'),
    wrong: [
      ['yes', 'reference-boolean-invalid'],
      ['TRUE', 'reference-boolean-invalid'],
    ],
  }),
  referenceSample('SINGLE_SELECT', 'STRING', {
    options: ['Low', 'High'],
    preset: preset('Low'),
    broken: 'Middle',
    own: same('High'),
    wrong: [
      ['Middle', 'reference-option-unknown'],
      ['low', 'reference-option-unknown'],
    ],
  }),
  referenceSample('NUMBER', 'NUMBER', {
    preset: preset('15'),
    broken: '1,5',
    own: same('-2.5'),
    wrong: [['abc', 'reference-number-invalid']],
  }),
  referenceSample('URL', 'URL', {
    preset: preset('https://shop.example/1'),
    broken: 'www.shop.example',
    own: same('https://shop.example/2'),
    wrong: [['javascript:alert(1)', 'reference-url-invalid']],
  }),
  referenceSample('EMAIL', 'EMAIL', {
    preset: preset('desk@example.com'),
    broken: 'desk',
    own: same('ana@example.com'),
    wrong: [['a b@example.com', 'reference-email-invalid']],
  }),
  referenceSample('DATE_TIME', 'DATE', {
    preset: { written: '1790856000', asked: '2026-10-01T12:00:00.000Z', sent: '1790856000' },
    broken: 'tomorrow',
    own: { asked: '2026-10-01T14:00:00+02:00', sent: '1790856000' },
    wrong: [['2026-10-01', 'reference-date-invalid']],
  }),
]

interface Constraints {
  readonly isRequired?: true
  readonly isReadOnly?: true
  readonly isInvisible?: true
}

const constraintSets: readonly (Constraints & { readonly called: string })[] = [
  { called: 'free' },
  { called: 'required', isRequired: true },
  { called: 'read-only', isReadOnly: true },
  { called: 'invisible', isInvisible: true },
  { called: 'read-only and invisible', isReadOnly: true, isInvisible: true },
  { called: 'required and read-only', isRequired: true, isReadOnly: true },
  { called: 'required and invisible', isRequired: true, isInvisible: true },
]

export const templateOf = (
  fields: readonly TemplateField[],
  more: Partial<TaskTemplate> = {},
): TaskTemplate => ({
  templateId: 't',
  name: 'Refund',
  hasFlow: true,
  canSelfAssign: false,
  revision: 'r',
  fields,
  ...more,
})

/** A template with that field alone. */
const templateWith = (
  { type, options }: FieldSample,
  { isRequired, isReadOnly, isInvisible }: Constraints,
  written: string | undefined,
): TaskTemplate =>
  templateOf([
    {
      name,
      type,
      ...(options ? { options } : {}),
      ...(isRequired ? { isRequired } : {}),
      ...(isReadOnly ? { isReadOnly } : {}),
      ...(isInvisible ? { isInvisible } : {}),
      ...(written === undefined ? {} : { default: written }),
    },
  ])

/** The expected result for a task with or without a value in the field. */
interface MatrixCase {
  readonly what: string
  readonly asked: string | undefined
  /** `sent: …`, or the code of an issue. */
  readonly expected: string
}

/** A template with one field, one set of constraints and one default, with the expected results. */
export interface MatrixCell {
  readonly type: string
  readonly called: string
  readonly preset: 'no' | 'a valid' | 'a broken'
  readonly sample: FieldSample
  readonly template: TaskTemplate
  readonly cases: readonly MatrixCase[]
  /** The expected result for a new draft in which the agent types nothing. */
  readonly untouched: string
}

const presets = ['no', 'a valid', 'a broken'] as const

function cellOf(
  sample: FieldSample,
  { called, ...constraints }: (typeof constraintSets)[number],
  presetOf: MatrixCell['preset'],
): MatrixCell {
  const { isRequired, isReadOnly, isInvisible } = constraints
  const { type, own, missing, locked, lockedToNone, wrong } = sample
  const written = { no: undefined, 'a valid': sample.preset.written, 'a broken': sample.broken }[presetOf]
  const hasDefault = presetOf === 'a valid'
  const isAsked = isRequired ?? sample.isNeeded ?? false
  // A required field without a value stays editable.
  const isFixed = (isReadOnly ?? isInvisible ?? false) && (hasDefault || !isAsked)
  const isFixedToNone = isFixed && !hasDefault
  const sentPreset = `sent: ${hasDefault ? sample.preset.sent : undefined}`
  const refusal = hasDefault ? locked : lockedToNone
  const isOwnFixed = hasDefault && own.sent === sample.preset.sent
  return {
    type,
    called,
    preset: presetOf,
    sample,
    template: templateWith(sample, constraints, written),
    cases: [
      {
        what: 'no value',
        asked: undefined,
        expected:
          isAsked && !isFixed ? missing : `sent: ${isFixed && hasDefault ? sample.preset.sent : undefined}`,
      },
      {
        what: 'a value of the agent’s',
        asked: own.asked,
        expected: isFixed && !isOwnFixed ? refusal : `sent: ${own.sent}`,
      },
      {
        what: 'the default as the value',
        asked: sample.preset.asked,
        expected: isFixedToNone ? lockedToNone : `sent: ${sample.preset.sent}`,
      },
      ...wrong.map(([asked, code]) => ({
        what: `the wrong value ${asked.slice(0, 20)}`,
        asked,
        // References that are too large are refused before they are checked one by one.
        expected: isFixedToNone && code !== 'references-too-large' ? lockedToNone : code,
      })),
    ],
    untouched: isAsked && !hasDefault ? missing.replace('reference-required', 'field-required') : sentPreset,
  }
}

/** Every type with every set of constraints and every default. */
export const templateMatrix: readonly MatrixCell[] = fieldSamples.flatMap((sample) =>
  constraintSets.flatMap((constraints) => presets.map((each) => cellOf(sample, constraints, each))),
)
