import { useQuery } from '@tanstack/react-query';
import { ArrowLeftRight, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { IconButton } from '@/app/_ui/IconButton';
import { Notice } from '@/app/_ui/Notice';
import { Select } from '@/app/_ui/Select';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import { useEditor } from '../editor-context';
import { Difference } from './Difference';
import type { VersionSummary } from './flow-queries';
import type { ComparedFlow } from './use-comparison';
import type { Pair, VersionSide } from './version-pair';

const texts = words.editor.versions;

type Props = {
  readonly versions: readonly VersionSummary[];
  readonly pair: Pair;
  readonly onPair: (pair: Pair) => void;
};

/** Any two of the versions and the draft, and what is different between them. */
export function ComparePanel({ versions, pair, onPair }: Props): ReactElement {
  const options = [
    { value: 'draft', label: texts.draft },
    ...versions.map(({ version, isActive }) => ({
      value: String(version),
      label: isActive ? `${texts.version(version)} (${texts.live})` : texts.version(version),
    })),
  ];
  const choose = (side: keyof Pair) => (value: string) =>
    onPair({ ...pair, [side]: value === 'draft' ? 'draft' : Number(value) });
  return (
    <div className="flex min-h-0 flex-col">
      <div className="flex items-end gap-1 px-4 pt-3 pb-2">
        <Select
          label={texts.from}
          value={String(pair.before)}
          options={options}
          onChange={choose('before')}
          className="flex-1"
        />
        <IconButton
          icon={ArrowLeftRight}
          label={texts.swap}
          onClick={() => onPair({ before: pair.after, after: pair.before })}
        />
        <Select
          label={texts.to}
          value={String(pair.after)}
          options={options}
          onChange={choose('after')}
          className="flex-1"
        />
      </div>
      <Sides pair={pair} />
    </div>
  );
}

function Sides({ pair }: { readonly pair: Pair }): ReactElement {
  const before = useSide(pair.before);
  const after = useSide(pair.after);
  const failed = [before, after].find((side) => side.type === 'failed');
  if (failed?.type === 'failed') {
    return (
      <Notice
        icon={TriangleAlert}
        kind="problem"
        title={texts.compareFailed}
        action={<Button onClick={failed.retry}>{words.problem.retry}</Button>}
      >
        {problemOf(failed.error)}
      </Notice>
    );
  }
  if (before.type !== 'read' || after.type !== 'read') {
    return <Spinner label={texts.comparing} className="p-5 text-sm text-ink-soft" />;
  }
  return <Difference key={`${String(pair.before)}-${String(pair.after)}`} before={before.flow} after={after.flow} />;
}

type ReadSide =
  | Readonly<{ type: 'reading' }>
  | Readonly<{ type: 'read'; flow: ComparedFlow }>
  | Readonly<{ type: 'failed'; error: unknown; retry: () => void }>;

function useSide(side: VersionSide): ReadSide {
  const flowId = useEditor((state) => state.flowId);
  const isDraft = side === 'draft';
  const version = useQuery({
    ...useTRPC().versions.read.queryOptions({ flowId, version: isDraft ? 1 : side }),
    enabled: !isDraft,
    // A version never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (isDraft) return { type: 'read', flow: 'draft' };
  if (version.data) return { type: 'read', flow: version.data.flow };
  if (version.isError) return { type: 'failed', error: version.error, retry: () => void version.refetch() };
  return { type: 'reading' };
}
