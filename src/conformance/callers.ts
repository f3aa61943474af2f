import { agentArn, ben, instanceArn } from '../simulators/instance/instance.ts'
import type { ConformanceCases } from './conformance-case.ts'

const createdBy = (arn: string) => ({
  SegmentAttributes: { 'connect:CreatedByUser': { ValueString: arn } },
})

const stray = { detail: 'There are members in the body that nobody expects here.' } as const

/** What callers may not say about themselves, and what nobody reads. */
export const callerCases: ConformanceCases = {
  malformed: [
    {
      rule: 'Nobody creates a task in the name of somebody else.',
      asked: { createdByUserArn: agentArn(ben) },
      sent: createdBy(agentArn(ben)),
      ...stray,
      connect: 200,
      because: 'Connect knows the proxy’s role only, not the agent behind it.',
    },
    {
      rule: 'Nobody creates a task in the name of nobody.',
      asked: createdBy(`${instanceArn}/agent/nobody`),
      sent: createdBy(`${instanceArn}/agent/nobody`),
      ...stray,
      connect: 400,
    },
    {
      rule: 'Nobody names the instance.',
      asked: { InstanceId: 'another' },
      sent: { InstanceId: 'another' },
      ...stray,
      connect: 404,
    },
    {
      rule: 'Nobody attaches a file by its address.',
      asked: { attachments: [{ fileName: 'a.pdf', s3Url: 'https://bucket.example/a.pdf' }] },
      sent: { Attachments: [{ FileName: 'a.pdf', S3Url: 'https://bucket.example/a.pdf' }] },
      ...stray,
      connect: 200,
      because: 'Connect would fetch whatever a browser names.',
    },
    {
      rule: 'A member that nobody reads is refused.',
      asked: { priority: 1 },
      sent: {},
      ...stray,
      connect: 200,
      because: 'The SDK drops what it does not know, and nobody would notice.',
    },
    {
      rule: 'A client token must not be empty.',
      asked: { clientToken: '' },
      sent: { ClientToken: '' },
      detail: 'Expected at least 1 in clientToken.',
      connect: 200,
      because: 'Connect takes it for none, so that sending again would make a second task.',
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
