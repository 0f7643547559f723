import { configureGlobal } from 'fast-check';

// The same cases in every run, so that a red run means a change and not bad luck. FUZZ_SEED=… looks elsewhere.
configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20_261_123) });
