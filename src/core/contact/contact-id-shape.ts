/**
 * The shape of the ids that Amazon Connect gives to contacts today: a UUID. Used only for ids that an agent types, where typing
 * errors are likely. Connect's API allows any id of up to 256 characters, and so does `contactIdPattern`.
 */
export const contactIdShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
