/** Connect's own facts about a contact (Connect API, `SegmentAttributes`). Several fields of a task write one each. */
export type SegmentAttributes = Record<
  string,
  { ValueString: string } | { ValueMap: Record<string, { ValueInteger: number }> }
>
