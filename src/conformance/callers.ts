import { agentArn, ben, instanceArn } from '../simulators/instance/instance.ts'
import type { ConformanceCases } from './conformance-case.ts'

const createdBy = (arn: string) => ({
  SegmentAttributes: { 'connect:CreatedByUser': { ValueString: arn } },
})

const stray = { detail: 'There are members in the body that the schema does not have.' } as const

/** Members that a caller must not set, and members that the proxy does not know. */
export const callerCases: ConformanceCases = {
  malformed: [
    {
      rule: 'A caller must not create a task in the name of another agent.',
      asked: { createdByUserArn: agentArn(ben) },
      sent: createdBy(agentArn(ben)),
      ...stray,
      connect: 200,
      because: 'Connect knows the proxy’s role only, not the agent behind it.',
    },
    {
      rule: 'A caller must not create a task in the name of an unknown user.',
      asked: createdBy(`${instanceArn}/agent/nobody`),
      sent: createdBy(`${instanceArn}/agent/nobody`),
      ...stray,
      connect: 400,
    },
    {
      rule: 'A caller must not choose the instance.',
      asked: { InstanceId: 'another' },
      sent: { InstanceId: 'another' },
      ...stray,
      connect: 404,
    },
    {
      rule: 'A caller must not attach a file by its address.',
      asked: { attachments: [{ fileName: 'a.pdf', s3Url: 'https://bucket.example/a.pdf' }] },
      sent: { Attachments: [{ FileName: 'a.pdf', S3Url: 'https://bucket.example/a.pdf' }] },
      detail: 'Expected string at attachments.0.upload.',
      connect: 200,
      because: 'Connect would fetch any address that a browser sends.',
    },
    {
      rule: 'An unknown member is refused.',
      asked: { priority: 1 },
      sent: {},
      ...stray,
      connect: 200,
      because: 'The SDK silently drops members that it does not know.',
    },
    {
      rule: 'A client token must not be empty.',
      asked: { clientToken: '' },
      sent: { ClientToken: '' },
      detail: 'Expected at least 1 in clientToken.',
      connect: 200,
      because: 'Connect treats it as no token, so sending the request again would create a second task.',
    },
    {
      rule: 'A client token has at most 500 characters.',
      asked: { clientToken: 't'.repeat(501) },
      sent: { ClientToken: 't'.repeat(501) },
      detail: 'Expected at most 500 in clientToken.',
      connect: 400,
    },
  ],
}
