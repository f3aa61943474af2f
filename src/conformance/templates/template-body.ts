import type { ReferenceType } from '../../core/fields/references/reference.ts'
import type { MatrixCase, MatrixType } from './template-matrix.ts'

type Body = Readonly<Record<string, unknown>>

const reference = (type: ReferenceType) => (value: string, name: string) => ({
  references: [{ name, type, value }],
})

/** Connect writes a time in seconds since the epoch, Tasklink as an instant. */
const instant = (seconds: string) =>
  /^-?\d+$/.test(seconds) ? new Date(Number(seconds) * 1_000).toISOString() : seconds

/** How a request to the proxy carries a field of each type. A destination sets the place that the task goes to. */
const bodyByType: Record<MatrixType, (value: string, name: string) => Body> = {
  NAME: (name) => ({ name }),
  DESCRIPTION: (description) => ({ description }),
  SCHEDULED_TIME: (seconds) => ({ scheduledTime: instant(seconds) }),
  EXPIRY_DURATION: (minutes) => ({ expiryMinutes: Number(minutes) }),
  QUICK_CONNECT: () => ({}),
  SELF_ASSIGN: () => ({}),
  TEXT: reference('STRING'),
  TEXT_AREA: reference('STRING'),
  BOOLEAN: reference('STRING'),
  SINGLE_SELECT: reference('STRING'),
  NUMBER: reference('NUMBER'),
  DATE_TIME: (seconds, name) => reference('DATE')(instant(seconds), name),
  URL: reference('URL'),
  EMAIL: reference('EMAIL'),
  SIGNATURE: reference('STRING'),
}

/** The body for a task of the template with this value of its field. */
export function templateBody({ template, type, field }: MatrixCase, value: string | undefined): Body {
  return {
    destination: {
      type: 'template',
      templateId: template.templateId,
      ...(type === 'QUICK_CONNECT' && value !== undefined ? { quickConnectId: value } : {}),
      ...(type === 'SELF_ASSIGN' && value !== undefined ? { isSelfAssigned: true } : {}),
    },
    // NAME is a required member of each request.
    ...(type === 'NAME' ? { name: '' } : {}),
    ...(value === undefined ? {} : bodyByType[type](value, field.name)),
  }
}
