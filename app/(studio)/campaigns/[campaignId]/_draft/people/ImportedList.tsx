import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { writeCount } from '../../../../_figures/write-figure';
import { writeTime } from '../../../../_time/write-time';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import type { ImportView } from '../../../campaign-types';
import { Apply } from './Apply';
import { BadRows } from './BadRows';
import { Mapping } from './Mapping';
import { hasPhone, isSameMapping } from './mapping-choices';
import { Report } from './Report';
import { UploadList } from './UploadList';

const texts = words.campaigns.import;

type Props = { readonly importId: string; readonly onReplaced: (importId: string) => void };

/** A list that was brought: what its columns are, what its rows say, and the act that makes people of them. */
export function ImportedList({ importId, onReplaced }: Props): ReactElement {
  const file = useQuery(useTRPC().audience.import.queryOptions({ importId }));
  const [isReplacing, setIsReplacing] = useState(false);
  if (file.isPending) return <Spinner label={texts.loading} className="text-sm text-ink-soft" />;
  if (!file.data) {
    return (
      <>
        <Notice icon={TriangleAlert} kind="problem" title={texts.problem}>
          {problemOf(file.error)}
        </Notice>
        <UploadList onUploaded={onReplaced} />
      </>
    );
  }
  const { filename, rowCount } = file.data;
  return (
    <div className="flex flex-col gap-6">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <span className="font-semibold wrap-anywhere">{texts.file(filename, rowCount, writeCount(rowCount))}</span>
        {isReplacing ? null : (
          <Button look="bare" onClick={() => setIsReplacing(true)}>
            {texts.another}
          </Button>
        )}
      </p>
      {isReplacing ? <UploadList onUploaded={onReplaced} /> : null}
      {file.data.appliedAt === null ? <Open file={file.data} /> : <Applied file={file.data} />}
    </div>
  );
}

/** Still to be taken in: its columns can be read in another way, and its rows be checked. */
function Open({ file }: { readonly file: ImportView }): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id: importId, columns, sample } = file;
  const [mapping, setMapping] = useState(file.mapping);
  const checking = useMutation(
    trpc.audience.dryRun.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.audience.pathKey() }),
    }),
  );
  const isChecked = file.report !== null && isSameMapping(mapping, file.mapping);
  return (
    <>
      <Mapping columns={columns} sample={sample} mapping={mapping} onChange={setMapping} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Button
          look={isChecked ? 'quiet' : 'primary'}
          isBusy={checking.isPending}
          disabled={!hasPhone(mapping)}
          onClick={() => checking.mutate({ importId, mapping })}
        >
          {isChecked ? texts.dryRunAgain : texts.dryRun}
        </Button>
        <p className="text-sm text-ink-soft">{hasPhone(mapping) ? texts.dryRunBody : texts.needsPhone}</p>
        {checking.error ? (
          <p role="alert" className="basis-full text-sm text-danger">
            {problemOf(checking.error)}
          </p>
        ) : null}
      </div>
      {isChecked && file.report ? (
        <>
          <Report report={file.report} />
          <BadRows file={file} />
          <Apply importId={importId} mapping={mapping} report={file.report} purpose="people" />
        </>
      ) : null}
    </>
  );
}

/** Its rows are people now; a proof that is found later can still be added. */
function Applied({ file }: { readonly file: ImportView }): ReactElement {
  const { report, appliedAt, proof } = file;
  return (
    <>
      <p role="status" className="text-sm font-medium text-accent-strong">
        {appliedAt === null ? '' : texts.applied(writeTime(appliedAt.toISOString()))}
      </p>
      {report ? <Report report={report} /> : null}
      <BadRows file={file} />
      {proof === null && report ? (
        <Apply importId={file.id} mapping={file.mapping} report={report} purpose="proof" />
      ) : null}
    </>
  );
}
