import type { TaskClientOptions } from 'tasklink'

/** The way to your proxy, which must know this page's origin. A token comes from wherever your agents sign in. */
export const clientOptions: TaskClientOptions = {
  baseUrl: 'https://tasklink.example.com',
  token: async () => undefined,
  renewToken: async () => false,
}
