import type { TaskClientOptions } from 'tasklink'

/** The connection to your proxy, which must allow this page's origin. `token` returns the token of your own sign-in. */
export const clientOptions: TaskClientOptions = {
  baseUrl: 'https://tasklink.example.com',
  token: async () => undefined,
  renewToken: async () => false,
}
