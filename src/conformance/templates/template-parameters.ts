import type { ReferenceType, StartTaskContactCommandInput } from '@aws-sdk/client-connect'
import { creator } from '../instance-at-noon.ts'
import type { MatrixCase, MatrixType } from './template-matrix.ts'

type Parameters = Partial<StartTaskContactCommandInput>

const reference =
  (Type: ReferenceType) =>
  (Value: string, name: string): Parameters => ({
    References: Object.fromEntries([[name, { Type, Value }]]),
  })

/** How StartTaskContact carries a field of each type (Connect API, task templates). */
const parametersByType: Record<MatrixType, (value: string, name: string) => Parameters> = {
  NAME: (Name) => ({ Name }),
  DESCRIPTION: (Description) => ({ Description }),
  SCHEDULED_TIME: (seconds) => ({ ScheduledTime: new Date(Number(seconds) * 1_000) }),
  EXPIRY_DURATION: (minutes) => ({
    SegmentAttributes: {
      ...creator,
      'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: Number(minutes) } } },
    },
  }),
  QUICK_CONNECT: (QuickConnectId) => ({ QuickConnectId }),
  SELF_ASSIGN: () => ({
    SegmentAttributes: { ...creator, 'connect:AssignmentType': { ValueString: 'SELF' } },
  }),
  TEXT: reference('STRING'),
  TEXT_AREA: reference('STRING'),
  BOOLEAN: reference('STRING'),
  SINGLE_SELECT: reference('STRING'),
  NUMBER: reference('NUMBER'),
  DATE_TIME: reference('DATE'),
  URL: reference('URL'),
  EMAIL: reference('EMAIL'),
  SIGNATURE: reference('STRING'),
}

/** The parameters for a task of the template with this value of its field. */
export function templateParameters(
  { template, type, field }: MatrixCase,
  value: string | undefined,
): Parameters {
  return {
    ContactFlowId: undefined,
    TaskTemplateId: template.templateId,
    // NAME is a required member of each request.
    ...(type === 'NAME' ? { Name: '' } : {}),
    ...(value === undefined ? {} : parametersByType[type](value, field.name)),
  }
}
