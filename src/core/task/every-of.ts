/**
 * A list of all members of a union, in any order. It does not compile if one is missing, and the compiler names it.
 *
 *     const order = everyOf<keyof TaskDraft>()(['name', 'description', …])
 */
export const everyOf =
  <Member extends string>() =>
  <const List extends readonly Member[]>(
    list: List &
      ([Exclude<Member, List[number]>] extends [never]
        ? unknown
        : { missing: Exclude<Member, List[number]> }),
  ): List =>
    list
