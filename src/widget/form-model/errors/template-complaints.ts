/**
 * True for a complaint about who gets the task of a template. It is shown inside the template's form, not at the destination
 * field.
 */
export const isOfTemplate = (type: string | undefined): boolean =>
  type?.startsWith('template-n') === true || type?.startsWith('self-') === true
