import Link from 'next/link';
import { type ReactElement, useState } from 'react';
import { Segments } from '@/app/_ui/Segments';
import { words } from '@/app/_words/en';
import type { Draft } from '../saving/use-draft';
import { Segment } from '../segment/Segment';
import { ImportedList } from './ImportedList';
import { UploadList } from './UploadList';

const texts = words.campaigns.draft.people;

/** Who gets it: a list that is brought here, or people we know. Simulated contacts are made in the simulator. */
export function People({ draft }: { readonly draft: Draft }): ReactElement {
  const { audience } = draft.plan;
  const isSimulated = draft.channel === 'simulator';
  const [chosen, setChosen] = useState<'import' | 'segment' | null>(null);
  const source = isSimulated ? 'segment' : (chosen ?? audience?.type ?? 'import');
  const choose = (next: 'import' | 'segment'): void => {
    setChosen(next);
    if (next === 'segment' && audience?.type !== 'segment') writeSegment({ rules: [] });
  };
  const writeSegment = (filter: Parameters<typeof Segment>[0]['filter']): void =>
    draft.change({ audience: { type: 'segment', filter } });
  const takeImport = (importId: string): void => draft.change({ audience: { type: 'import', importId } });
  return (
    <div className="flex flex-col gap-5">
      {isSimulated ? (
        <p className="text-sm text-ink-soft">
          {texts.simulated}{' '}
          <Link href="/simulator" className="text-accent underline">
            {texts.toSimulator}
          </Link>
        </p>
      ) : (
        <div className="w-full sm:w-80">
          <Segments
            label={texts.source}
            segments={[
              { id: 'import', label: texts.import },
              { id: 'segment', label: texts.segment },
            ]}
            active={source}
            onChange={choose}
          />
        </div>
      )}
      {source === 'segment' ? (
        <Segment
          filter={audience?.type === 'segment' ? audience.filter : noRules}
          channel={draft.channel}
          onChange={writeSegment}
        />
      ) : audience?.type === 'import' ? (
        <ImportedList key={audience.importId} importId={audience.importId} onReplaced={takeImport} />
      ) : (
        <UploadList onUploaded={takeImport} />
      )}
    </div>
  );
}

const noRules = { rules: [] };
