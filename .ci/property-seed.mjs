import * as fc from 'fast-check'

/**
 * The seed of all property tests. It is the same in each run of the gate, so that a failure there comes from the tested change.
 * To try other seeds: `PROPERTY_SEED=random npm run test:unit`, or a number to repeat one.
 */
const wanted = process.env.PROPERTY_SEED ?? '1'

if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) })
