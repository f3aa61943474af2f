/** Works a value out once for each object. The object must not change afterwards, as rules and their lists do not. */
export function oncePer<Key extends object, Value extends object>(work: (key: Key) => Value) {
  const known = new WeakMap<Key, Value>()
  return (key: Key): Value => {
    const before = known.get(key)
    if (before) return before
    const value = work(key)
    known.set(key, value)
    return value
  }
}
