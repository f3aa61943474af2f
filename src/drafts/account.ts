/** The person who owns drafts and results, as their identity provider names them. */
export interface Account {
  readonly issuer: string
  readonly subject: string
}

export const isSameAccount = (one: Account, other: Account): boolean =>
  one.issuer === other.issuer && one.subject === other.subject
