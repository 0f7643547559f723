import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { writeTime } from '../../../_time/write-time';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import type { TemplateList } from '../template-types';

const texts = words.templates;

type Props = Pick<TemplateList, 'connection' | 'syncedAt'>;

/** Takes over what WhatsApp says of the templates, and tells when that was last done. */
export function Syncing({ connection, syncedAt }: Props): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const syncing = useMutation(
    trpc.templates.sync.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.templates.pathKey() }),
    }),
  );
  if (connection !== 'ready') {
    return (
      <p className="mt-6 rounded-lg bg-mark-soft px-4 py-3 text-sm text-mark-ink">{texts.connections[connection]}</p>
    );
  }
  const answer = syncing.data;
  const refusal = syncing.error ? problemOf(syncing.error) : answer && !answer.ok ? answer.detail : null;
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button onClick={() => syncing.mutate()} isBusy={syncing.isPending}>
        {syncing.isPending ? null : <RefreshCw aria-hidden className="size-4" />}
        {texts.sync}
      </Button>
      <p aria-live="polite" className="text-sm text-ink-soft">
        {syncedAt === null ? texts.neverSynced : texts.syncedAt(writeTime(syncedAt))}
        {answer?.ok ? ` · ${texts.synced(answer.listed, answer.added, answer.missing)}` : ''}
      </p>
      {refusal === null ? null : (
        <p role="alert" className="basis-full text-sm text-danger wrap-anywhere">
          {texts.notSynced} {refusal}
        </p>
      )}
    </div>
  );
}
