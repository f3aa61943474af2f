/** Ids that look alike within a kind and can be read in a log: `entityId('f10f10f1-0c0a', 1)`. */
export const entityId = (kind: string, number: number) =>
  `${kind}-4f6e-9b1a-${number.toString(16).padStart(12, '0')}`
