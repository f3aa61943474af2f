/** The parts of the form that are closed at first, in the order of the form. */
export const sectionNames = ['link', 'references', 'attributes'] as const

export type SectionName = (typeof sectionNames)[number]
