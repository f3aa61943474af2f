export type SectionName = 'schedule' | 'link' | 'references' | 'attributes'
