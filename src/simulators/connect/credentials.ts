/** The one pair of keys that the simulator knows; made up, and worth nothing anywhere else. */
export const demoCredentials = {
  accessKeyId: 'AKIADEMOTASKLINK0001',
  secretAccessKey: 'demo/secret/of/the/connect/simulator/000',
} as const
