/** Computes a value once for each object. The object must not change afterwards. Rules and their lists never change. */
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
