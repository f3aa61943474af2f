/** Ids of one kind share a prefix, so that a reader of a log recognises the kind: `entityId('f10f10f1-0c0a', 1)`. */
export const entityId = (kind: string, number: number) =>
  `${kind}-4f6e-9b1a-${number.toString(16).padStart(12, '0')}`
