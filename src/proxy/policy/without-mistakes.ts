import type * as z from 'zod/mini'

type Path = readonly PropertyKey[]

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function memberAt(json: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (isObject(value) && Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined),
    json,
  )
}

/** Takes the place of a policy that cannot be read, so that the others keep their index. */
const unreadablePolicy = (index: PropertyKey) => ({
  name: `policies[${String(index)}]`,
  for: { securityProfiles: ['unreadable'] },
})

function remove(json: object, path: Path): void {
  const [first, index, member] = path
  const key = path.at(-1)
  const parentPath = path.slice(0, -1)
  const parent = memberAt(json, parentPath)
  if (key === undefined) return
  if (first === 'policies' && index !== undefined && path.length === 2) {
    Reflect.set(isObject(parent) ? parent : {}, key, unreadablePolicy(index))
  } else if (first === 'policies' && member === 'name' && path.length === 3) {
    if (isObject(parent)) Reflect.set(parent, key, `policies[${String(index)}]`)
  } else if (isObject(parent) && !Array.isArray(parent) && Object.hasOwn(parent, key)) {
    Reflect.deleteProperty(parent, key)
  } else {
    // A list without one of its entries means something else, and a member that is missing cannot be removed.
    remove(json, parentPath)
  }
}

/** The file without the members that these issues are about. */
export function withoutMistakes(json: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const rest: unknown = structuredClone(json)
  if (!isObject(rest)) return rest
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') remove(rest, issue.path)
    else for (const key of issue.keys) remove(rest, [...issue.path, key])
  }
  return rest
}
