import * as fc from 'fast-check'
import { type Reference, type ReferenceType, referenceTypes } from '../../core/fields/references/reference.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import { demoFlows, demoQuickConnects } from '../../simulators/connect/state/demo-seed.ts'
import {
  type TaskTemplate,
  type TemplateField,
  templateFieldTypes,
} from '../../simulators/connect/templates/task-template.ts'
import { now } from '../instance-at-noon.ts'

/* Templates with any constraints and with defaults that administrators may have mistyped, and tasks that try them. */

const names = ['Order', 'order', '__proto__', 'constructor', 'Größe (m²)', 'Note '] as const

const usual = [
  'true',
  'TRUE',
  'false',
  'Red',
  'red',
  '15',
  '1,5',
  'a@b',
  'https://a.example',
  'www.a.example',
]
const unusual = ['', ' ', 'tomorrow', '1790856000', '2026-10-01T12:00:00Z']
const long = [511, 512, 4_096].map((length) => 'x'.repeat(length))

/** Without `@`: the simulator accepts some email addresses that the core refuses. */
const anyText = fc.string({ maxLength: 20 }).filter((text) => !text.includes('@'))

const values = fc.oneof(fc.constantFrom(...usual, ...unusual, ...long), anyText)

/** The value in half of the cases, undefined in the other half. */
const sometimes = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 })

const flag = sometimes(fc.constant(true as const))

interface Drawn {
  readonly name: string
  readonly type: string
  readonly flags: {
    readonly [Flag in keyof Omit<TemplateField, 'name' | 'type'>]: TemplateField[Flag] | undefined
  }
  readonly options: readonly string[]
}

function fieldOf({ name, type, flags, options }: Drawn): TemplateField {
  const { isRequired, isReadOnly, isInvisible, default: drawn } = flags
  // The proxy checks against the instance whether a quick connect exists, the core does not.
  const written = type === 'QUICK_CONNECT' ? demoQuickConnects.billing.quickConnectId : drawn
  return {
    name,
    type,
    options,
    ...(isRequired && { isRequired }),
    ...(isReadOnly && { isReadOnly }),
    ...(isInvisible && { isInvisible }),
    ...(drawn !== undefined && written !== undefined && { default: written }),
  }
}

const field: fc.Arbitrary<TemplateField> = fc
  .record({
    name: fc.constantFrom(...names),
    type: fc.constantFrom(...templateFieldTypes, 'SIGNATURE'),
    flags: fc.record({ isRequired: flag, isReadOnly: flag, isInvisible: flag, default: sometimes(values) }),
    options: fc.subarray(['Red', 'Blue', 'true', '']),
  })
  .map(fieldOf)

/** In a template of Connect each name is unique, and so is each type that is not a reference. */
const fields = fc
  .uniqueArray(field, { maxLength: 4, selector: ({ name }) => name })
  .map((all) => all.filter(({ type }, index) => isFirst(type, all.slice(0, index))))

const once: ReadonlySet<string> = new Set([
  'NAME',
  'DESCRIPTION',
  'SCHEDULED_TIME',
  'QUICK_CONNECT',
  'SELF_ASSIGN',
  'EXPIRY_DURATION',
])

const isFirst = (type: string, before: readonly TemplateField[]) =>
  !once.has(type) || before.every((each) => each.type !== type)

const flowId = demoFlows.callbackRequests.flowId

function templateOf(made: {
  readonly fields: readonly TemplateField[]
  readonly flow: true | undefined
  readonly selfAssignFlow: true | undefined
}): TaskTemplate {
  return {
    templateId: 'any',
    name: 'Any',
    status: 'ACTIVE',
    version: 1,
    createdAt: 0,
    modifiedAt: 0,
    fields: made.fields,
    ...(made.flow && { flowId }),
    ...(made.selfAssignFlow && { selfAssignFlowId: flowId }),
  }
}

export const anyTemplate: fc.Arbitrary<TaskTemplate> = fc
  .record({ fields, flow: flag, selfAssignFlow: flag })
  .map(templateOf)

const toBilling = { quickConnectId: demoQuickConnects.billing.quickConnectId }

/** In most cases the place that the template needs. */
const placesOf = ({ flowId: own }: TaskTemplate) =>
  fc.constantFrom(...(own === undefined ? [toBilling, toBilling] : [{}, {}]), {
    isSelfAssigned: true as const,
  })

const typeOf: ReadonlyMap<string, ReferenceType> = new Map([
  ['NUMBER', 'NUMBER'],
  ['DATE_TIME', 'DATE'],
  ['URL', 'URL'],
  ['EMAIL', 'EMAIL'],
])

const usualValues: Record<ReferenceType, readonly string[]> = {
  STRING: ['true', 'Red', 'x'.repeat(511)],
  NUMBER: ['15', '-2.5'],
  DATE: ['2026-10-01T12:00:00Z'],
  URL: ['https://a.example'],
  EMAIL: ['a@b'],
}

/** In most cases the reference that belongs to a field, with a value of its type. */
function referenceTo({ name, type: fieldType, default: own }: TemplateField): fc.Arbitrary<Reference> {
  const type = typeOf.get(fieldType) ?? 'STRING'
  return fc.record({
    name: fc.constant(name),
    type: fc.oneof({ weight: 9, arbitrary: fc.constant(type) }, fc.constantFrom(...referenceTypes)),
    value: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...usualValues[type], ...(own === undefined ? [] : [own])) },
      values,
    ),
  })
}

const isReference = ({ type }: TemplateField) => !once.has(type) && type !== 'SIGNATURE'

/** Tasks of the template, of which many are accepted. */
export const anyTaskOf = (template: TaskTemplate): fc.Arbitrary<TaskRequest> =>
  fc
    .record({
      name: fc.constantFrom('Call back', ''),
      references: fc.tuple(
        ...template.fields.filter(isReference).map((each) => sometimes(referenceTo(each))),
      ),
      place: placesOf(template),
      timing: fc.constantFrom({}, {}, { scheduledTime: new Date(now.getTime() + 3_600_000) }),
      expiry: fc.constantFrom({}, {}, { expiryMinutes: 61 }, { expiryMinutes: 1_790 }, { expiryMinutes: 0 }),
      text: sometimes(values),
    })
    .map(({ name, references, place, timing, expiry, text }) =>
      Object.assign({}, timing, expiry, text === undefined ? {} : { description: text }, {
        name,
        attributes: [],
        references: references.filter((each) => each !== undefined),
        destination: Object.assign({ type: 'template' as const, templateId: template.templateId }, place),
      }),
    )
