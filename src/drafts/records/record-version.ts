import * as z from 'zod/mini'

/** The format of records that is written now. A later format gets another number, and this one is still read. */
export const recordVersion = 3

const newerSchema = z.object({ version: z.number().check(z.gt(recordVersion)) })

/** A newer version of the panel wrote this record: it can be neither read nor deleted. */
export const isNewer = (value: unknown): boolean => newerSchema.safeParse(value).success
