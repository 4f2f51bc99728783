import fc from 'fast-check';
import { keepFailing } from './cases';

// `vitest.config.mts` says where it comes from.
const seed = process.env.FUZZ_SEED;
fc.configureGlobal({ ...fc.readConfigureGlobal(), ...(seed ? { seed: Number(seed) } : {}), reporter: keepFailing });
