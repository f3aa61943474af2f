/** Complaints about the destination that are shown at the form of its template, below the field of the destination. */
export const isOfTemplate = (type: string | undefined): boolean =>
  type?.startsWith('template-n') === true || type?.startsWith('self-') === true
