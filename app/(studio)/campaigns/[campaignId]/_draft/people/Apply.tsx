import { useMutation, useQueryClient } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import type { ImportMapping } from '@/server/campaigns/imports/import-mapping';
import { writeCount } from '../../../../_figures/write-figure';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import type { ImportReport } from '../../../campaign-types';
import { finishedProof, Proof, type ProofDraft } from './Proof';

const texts = words.campaigns.import;

type Props = {
  readonly importId: string;
  readonly mapping: ImportMapping;
  readonly report: ImportReport;
  /** `proof`: they are people already, and only the proof is still to be kept. */
  readonly purpose: 'people' | 'proof';
};

/** Makes people of the good rows, with the proof that they agreed. */
export function Apply({ importId, mapping, report: { good }, purpose }: Props): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<ProofDraft>(null);
  const applying = useMutation(
    trpc.audience.applyImport.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.audience.pathKey() }),
    }),
  );
  const proof = finishedProof(draft);
  const isLate = purpose === 'proof';
  const isReady = good > 0 && proof !== undefined && !(isLate && proof === null);
  return (
    <div className="flex flex-col gap-4 rounded-2xl border border-line bg-surface px-4 py-4 shadow-card">
      <Proof proof={draft} onChange={setDraft} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Button
          look="primary"
          isBusy={applying.isPending}
          disabled={!isReady}
          onClick={() => (proof === undefined ? undefined : applying.mutate({ importId, mapping, proof }))}
        >
          {applying.isPending ? null : <UserPlus aria-hidden className="size-4" />}
          {applying.isPending ? texts.applying : isLate ? texts.addProof : texts.apply(good, writeCount(good))}
        </Button>
        <p className="text-sm text-ink-soft">
          {proof === undefined ? texts.finishProof : isLate ? texts.addProofBody : texts.stillToDo}
        </p>
        {applying.error ? (
          <p role="alert" className="basis-full text-sm text-danger">
            {problemOf(applying.error)}
          </p>
        ) : null}
      </div>
    </div>
  );
}
