/** All members of the parts together: a union says "one of the parts", an intersection says "all of them". */
type AllOf<Part> = (Part extends unknown ? (part: Part) => void : never) extends (all: infer All) => void
  ? All
  : never

/** One object type instead of an intersection, so that messages of the compiler name its members. */
type Members<Intersection> = { [Name in keyof Intersection]: Intersection[Name] }

/** The whole that the parts make together. */
export type WholeOf<Part> = Members<AllOf<Part>>
