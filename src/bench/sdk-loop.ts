import { ConnectClient, DescribeContactCommand, StartTaskContactCommand } from '@aws-sdk/client-connect'
import { instanceId, region } from '../simulators/instance/instance.ts'

/** Baseline for the proxy's CPU time, in its own process: only the same SDK calls for the same tasks. */
const [warmUp = 0, count = 0, concurrency = 1] = process.argv.slice(2, 5).map(Number)
const [contactPrefix = '', flowId = ''] = process.argv.slice(5)

const client = new ConnectClient({ region, maxAttempts: 1 })

async function linkedTask(index: number): Promise<void> {
  const contactId = `${contactPrefix}${index}`
  await client.send(new DescribeContactCommand({ InstanceId: instanceId, ContactId: contactId }))
  await client.send(
    new StartTaskContactCommand({
      InstanceId: instanceId,
      ClientToken: crypto.randomUUID(),
      Name: 'Call back about the refund',
      ContactFlowId: flowId,
      RelatedContactId: contactId,
    }),
  )
}

async function run(from: number, to: number): Promise<void> {
  let next = from
  const lane = async () => {
    while (next < to) {
      const index = next
      next += 1
      // Each lane sends one request after another.
      await linkedTask(index)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, lane))
}

await run(0, warmUp)
const before = process.cpuUsage()
await run(warmUp, warmUp + count)
const { user, system } = process.cpuUsage(before)
process.stdout.write(`${(user + system) / 1_000 / count}\n`)
