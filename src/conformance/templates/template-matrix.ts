import { demoFlows, demoQuickConnects } from '../../simulators/connect/state/demo-seed.ts'
import type { TaskTemplate, TemplateField } from '../../simulators/connect/templates/task-template.ts'

/**
 * Values of one type of field: one or more that are valid, and some that are not. Each is written as a template writes a
 * default.
 */
interface FieldValues {
  readonly valid: readonly [string, ...string[]]
  readonly invalid: readonly string[]
  readonly options?: readonly string[]
  /** The type does not exist yet: the simulated Connect accepts any value, and Tasklink sends none. */
  readonly isFuture?: true
  /** Every task needs the member, with or without a template. */
  readonly isNeeded?: true
  /** Connect ignores the default of this field. */
  readonly hasNoDefault?: true
}

const { billing, backOffice } = demoQuickConnects

/** Every type of field, and one of the future. */
export const valuesByType = {
  NAME: { valid: ['Call back', 'Call again'], invalid: [], isNeeded: true },
  DESCRIPTION: { valid: ['As agreed', 'In writing'], invalid: [] },
  // Epoch seconds: an hour and two hours after the noon of the cases.
  SCHEDULED_TIME: { valid: ['1790859600', '1790863200'], invalid: [], hasNoDefault: true },
  EXPIRY_DURATION: { valid: ['2880', '4320'], invalid: [] },
  QUICK_CONNECT: { valid: [billing.quickConnectId, backOffice.quickConnectId], invalid: [], isNeeded: true },
  // `false` is the same as no value: a task is assigned to its creator or not.
  SELF_ASSIGN: { valid: ['true'], invalid: [] },
  TEXT: { valid: ['x'.repeat(511), 'é'], invalid: ['x'.repeat(512)] },
  // The name of the field counts in the 4,096 bytes of all references.
  TEXT_AREA: { valid: ['two\nlines', 'x'.repeat(3_900)], invalid: [] },
  BOOLEAN: { valid: ['true', 'false'], invalid: ['yes', 'TRUE', '1'] },
  SINGLE_SELECT: {
    valid: ['Red', 'Größe 5, blau'],
    invalid: ['red', 'Green'],
    options: ['Red', 'Größe 5, blau'],
  },
  NUMBER: { valid: ['15', '-2.5'], invalid: ['1,5', 'NaN'] },
  DATE_TIME: { valid: ['1790856000', '-86400'], invalid: ['tomorrow'] },
  URL: {
    valid: ['https://shop.example/1', 'http://a.example'],
    invalid: ['www.example.com', 'javascript:alert(1)'],
  },
  EMAIL: { valid: ['a@b.example', 'c@d'], invalid: ['a b@c'] },
  SIGNATURE: { valid: ['drawn', 'stamped'], invalid: [], isFuture: true },
} as const satisfies Record<string, FieldValues>

export type MatrixType = keyof typeof valuesByType

type Constraints = Pick<TemplateField, 'isRequired' | 'isReadOnly' | 'isInvisible'>

/** "The field of type NAME must be included in RequiredFields" (Connect API, `TaskTemplateConstraints`). */
const canBe = (type: MatrixType, { isRequired }: Constraints) => type !== 'NAME' || isRequired === true

const constraints: readonly Constraints[] = [
  {},
  { isRequired: true },
  { isReadOnly: true },
  { isInvisible: true },
  { isReadOnly: true, isRequired: true },
  { isInvisible: true, isRequired: true },
]

/** A template with one field to judge, and the values to ask of it; undefined is no value. */
export interface MatrixCase {
  readonly title: string
  readonly template: TaskTemplate
  readonly type: MatrixType
  readonly field: TemplateField
  /** The only value that a task of this template can have, or none at all; undefined if agents choose. */
  readonly fixed: { readonly value: string | undefined } | undefined
  readonly asked: readonly AskedValue[]
}

export interface AskedValue {
  readonly value: string | undefined
  readonly isValid: boolean
}

/** Connect accepts what is valid, and only the value that a field fixes. */
export const isAcceptedByConnect = ({ fixed }: MatrixCase, { value, isValid }: AskedValue): boolean =>
  fixed ? value === fixed.value : isValid

/** Tasklink adds what a field fixes. It sends no value of a future type, whose rules it cannot know. */
export function isAcceptedByTasklink(of: MatrixCase, asked: AskedValue): boolean {
  const values: FieldValues = valuesByType[of.type]
  if (values.isFuture) return asked.value === undefined && asked.isValid
  return (of.fixed !== undefined && asked.value === undefined) || isAcceptedByConnect(of, asked)
}

const fieldName = 'Field'

function caseOf(type: MatrixType, constraint: Constraints, value: string | undefined): MatrixCase {
  const values: FieldValues = valuesByType[type]
  const field: TemplateField = {
    name: fieldName,
    type,
    ...constraint,
    ...(value !== undefined && { default: value }),
    ...(values.options && { options: values.options }),
  }
  const others: readonly TemplateField[] =
    type === 'NAME' ? [] : [{ name: 'Task', type: 'NAME', isRequired: true }]
  const isLocked = constraint.isReadOnly ?? constraint.isInvisible ?? false
  const standard = values.hasNoDefault ? undefined : value
  const isAsked = constraint.isRequired ?? values.isNeeded ?? false
  const isFixed = isLocked && !values.isFuture && (standard !== undefined || !isAsked)
  const named = Object.keys(constraint).map((name) => name.replace('is', '').toLowerCase())
  const title = [type, ...named, value === undefined ? 'without a default' : 'with a default'].join(', ')
  return {
    title,
    template: {
      // Each case has its own, so that all can be in one instance.
      templateId: title,
      name: title,
      status: 'ACTIVE',
      // A template with a flow of its own takes no quick connect.
      ...(type === 'QUICK_CONNECT' ? {} : { flowId: demoFlows.callbackRequests.flowId }),
      ...(type === 'SELF_ASSIGN' && { selfAssignFlowId: demoFlows.callbackRequests.flowId }),
      fields: [...others, field],
      version: 1,
      createdAt: 0,
      modifiedAt: 0,
    },
    type,
    field,
    fixed: isFixed ? { value: standard } : undefined,
    asked: [
      { value: undefined, isValid: !isAsked },
      ...values.valid.map((each) => ({ value: each, isValid: true })),
      ...values.invalid.map((each) => ({ value: each, isValid: false })),
    ],
  }
}

const types = Object.keys(valuesByType).filter((type): type is MatrixType =>
  Object.hasOwn(valuesByType, type),
)

/** Every type of field × every constraint that it can have × with and without a default. */
export const templateMatrix: readonly MatrixCase[] = types.flatMap((type) =>
  constraints
    .filter((constraint) => canBe(type, constraint))
    .flatMap((constraint) =>
      [undefined, valuesByType[type].valid[0]].map((value) => caseOf(type, constraint, value)),
    ),
)
