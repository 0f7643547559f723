import { failRun, loadBatch, removeSome, SAMPLE_BATCHES } from '../sample/load-sample';
import { inngest } from './client';
import { sampleDue } from './events';

/** Loads or removes the sample data, batch by batch. Each batch may be done again; a newer run ends this one. */
export const loadSampleJob = inngest.createFunction(
  {
    id: 'load-sample',
    name: 'Load or remove sample data',
    triggers: [sampleDue],
    concurrency: [{ limit: 1 }],
    retries: 2,
    onFailure: ({ event }) => failRun(sampleDue.schema.parse(event.data.event.data).run),
  },
  async ({ event, step }) => {
    const { run, act } = event.data;
    const most = act === 'load' ? SAMPLE_BATCHES : SAMPLE_BATCHES * 2;
    for (let batch = 0; batch < most; batch += 1) {
      const goesOn = await step.run(`${act} ${batch + 1}`, () =>
        act === 'load' ? loadBatch(run, batch, Date.now()) : removeSome(run),
      );
      if (!goesOn) return { batches: batch + 1 };
    }
    return { batches: most };
  },
);
