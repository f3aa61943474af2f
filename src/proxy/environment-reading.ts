import type * as z from 'zod/mini'

/** Variables by name, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>

export type EnvironmentReading<Configuration> =
  | { readonly ok: true; readonly configuration: Configuration }
  /**
   * Each mistake is a sentence that begins with the name of a variable. No value is repeated, because it may be a secret that
   * was put in the wrong variable.
   */
  | { readonly ok: false; readonly mistakes: readonly string[] }

/** The words of a list that is separated by commas or spaces. */
export const words = (text: string) => text.split(/[\s,]+/).filter((word) => word !== '')

/** An empty variable counts as absent, because container tools write "not set" that way. */
const withoutEmpty = (environment: Environment) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))

/** Reads the variables that the schema names, or reports every mistake in them. */
export function readVariables<Variables>(
  schema: z.ZodMiniType<Variables>,
  environment: Environment,
  defaults: Readonly<Record<string, string>>,
): EnvironmentReading<Variables> {
  const parsed = schema.safeParse({ ...defaults, ...withoutEmpty(environment) })
  if (parsed.success) return { ok: true, configuration: parsed.data }
  const mistakes = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  return { ok: false, mistakes }
}

export const mistakesOf = (reading: EnvironmentReading<unknown>): readonly string[] =>
  reading.ok ? [] : reading.mistakes
