import fc from 'fast-check';

/**
 * Every run of the suite draws the same inputs, so that a red run is the fault of the change it ran on. New inputs are
 * looked for on purpose: `KITH_TEST_SEED=7 npm test` draws others, and prints the seed again where one fails.
 */
fc.configureGlobal({ seed: Number(process.env.KITH_TEST_SEED ?? 1) });
