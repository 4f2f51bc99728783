import fc from 'fast-check';

// `vitest.config.mts` says where it comes from.
const seed = process.env.FUZZ_SEED;
if (seed) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
