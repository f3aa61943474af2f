/** The only credentials that the simulator accepts. They are invented and not valid for AWS. */
export const demoCredentials = {
  accessKeyId: 'AKIADEMOTASKLINK0001',
  secretAccessKey: 'demo/secret/of/the/connect/simulator/000',
} as const
