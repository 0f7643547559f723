import { ensureTrained } from '../understanding/ensure-trained';

/** The tests read with what the words of today teach, however they were started. */
export default async function setUpTrainedReader(): Promise<void> {
  await ensureTrained();
}
