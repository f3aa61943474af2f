/** `*` is what Amazon Connect calls the permission for everything. */
export const permissions = [
  'User.Details.View',
  'Contact.Details.View',
  'Contact.Attributes.View',
  '*',
] as const

export type Permission = (typeof permissions)[number]

/** How an administrator registered the app with the instance. */
export interface AppRegistration {
  readonly accessUrl: string
  readonly permissions: readonly Permission[]
  /** One instance of the app for every contact, or one for all of them. */
  readonly contactHandling: 'PER_CONTACT' | 'CROSS_CONTACTS'
}

/** What an instance of the app was opened for. */
export type AppScope = { readonly type: 'contact'; readonly contactId: string } | { readonly type: 'idle' }

/** What a frame gets unless an administrator says otherwise. */
export const defaultSandbox = ['allow-forms', 'allow-popups', 'allow-same-origin', 'allow-scripts'] as const

export const mayUse = ({ permissions: held }: AppRegistration, needed: Permission) =>
  held.includes(needed) || held.includes('*')

/** The registration as the app is told of it. */
export function appConfig({ accessUrl, permissions: held, contactHandling }: AppRegistration) {
  const id = 'b7a1d5e2-94c3-4a7e-8f20-6d1c5b3a9e04'
  return {
    _type: 'iframe',
    arn: `arn:aws:app-integrations:us-east-1:111122223333:application/${id}`,
    namespace: 'tasklink',
    id,
    name: 'Tasklink',
    description: '',
    accessUrl,
    contactHandling: { scope: contactHandling },
    permissions: [...held],
    iframeConfig: { allow: [], sandbox: [...defaultSandbox] },
  }
}
