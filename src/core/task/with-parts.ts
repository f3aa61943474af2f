/** Replaces parts of an object. Later parts win. */
export function withParts<Whole extends object>(whole: Whole, parts: readonly Partial<Whole>[]): Whole {
  const replaced: Whole = { ...whole }
  for (const part of parts) Object.assign(replaced, part)
  return replaced
}
