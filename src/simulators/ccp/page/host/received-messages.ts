import type { HostMessage } from './host.ts'

const keptMessages = 200

/** Streams' log, metrics and keep-alive: several messages a second that no test needs. */
const noise =
  /^(log|synchronize|server_bound_internal_log|client_side_logs|client_metric|api_metric|click_stream_data|tab_id|softphone_.*)$/

/** Keeps the latest messages from the host, without noise. */
export function receivedMessages() {
  const kept: HostMessage[] = []
  return {
    all: (): readonly HostMessage[] => [...kept],
    keep(message: HostMessage) {
      if (noise.test(message.event) || broadcastsNoise(message)) return
      kept.push(message)
      if (kept.length > keptMessages) kept.shift()
    },
  }
}

const broadcastsNoise = ({ event, data }: HostMessage) =>
  event === 'broadcast' &&
  typeof data === 'object' &&
  data !== null &&
  'event' in data &&
  noise.test(String(data.event))
