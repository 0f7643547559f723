'use client';

import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Select } from '@/app/_ui/Select';
import { Sheet } from '@/app/_ui/Sheet';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { languageName } from '../../_language/language-name';
import type { FlowSummary } from '../conversation-types';
import type { Beginning } from './beginning';
import { useStateOptions } from './use-state-options';

type Props = {
  readonly initial: Beginning;
  readonly flows: readonly FlowSummary[];
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly onBegin: (beginning: Beginning) => void;
  readonly onClose: () => void;
};

const texts = words.simulator.begin;
const BEGINNING = '';

/** Asks for language, flow, version and state, and begins. */
export function BeginSheet({ initial, flows, isBusy, problem, onBegin, onClose }: Props): ReactElement {
  const [wanted, setWanted] = useState(initial);
  const flow = flows.find(({ id }) => id === wanted.flowId);
  const states = useStateOptions(wanted.flowId, wanted.flowVersion);
  const isNew = initial.contactId === null;
  const change = (part: Partial<Beginning>): void => setWanted({ ...wanted, ...part });
  const changeFlow = (flowId: string): void => {
    const chosen = flows.find(({ id }) => id === flowId);
    change({ flowId, flowVersion: chosen?.publishedVersion ?? 0, state: null });
  };
  return (
    <Sheet
      title={isNew ? texts.newTitle : texts.againTitle}
      description={isNew ? texts.newBody : texts.againBody}
      closeLabel={words.close}
      isOpen
      onClose={onClose}
    >
      <form
        className="flex flex-col gap-3.5 pt-2"
        onSubmit={(event) => {
          event.preventDefault();
          onBegin(wanted);
        }}
      >
        {isNew ? (
          <TextField
            label={texts.name}
            maxLength={100}
            value={wanted.name ?? ''}
            onChange={(event) => change({ name: event.target.value.trim() === '' ? null : event.target.value })}
          />
        ) : null}
        <Select
          label={texts.language}
          value={wanted.language}
          options={(flow?.languages ?? [wanted.language]).map((code) => ({ value: code, label: languageName(code) }))}
          onChange={(language) => change({ language })}
        />
        <Select
          label={texts.flow}
          value={wanted.flowId}
          options={flows.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={changeFlow}
        />
        <div className="grid grid-cols-2 gap-3">
          <Select
            label={texts.version}
            value={String(wanted.flowVersion)}
            options={versionOptions(flow)}
            onChange={(version) => change({ flowVersion: Number(version), state: null })}
          />
          <Select
            label={texts.startAt}
            value={wanted.state ?? BEGINNING}
            options={[{ value: BEGINNING, label: texts.theBeginning }, ...states]}
            onChange={(state) => change({ state: state === BEGINNING ? null : state })}
          />
        </div>
        {problem ? (
          <p role="alert" className="text-sm text-danger">
            {problem}
          </p>
        ) : null}
        <Button type="submit" look="primary" isBusy={isBusy} className="mt-1">
          {texts.begin}
        </Button>
      </form>
    </Sheet>
  );
}

function versionOptions(flow: FlowSummary | undefined): { value: string; label: string }[] {
  const { publishedVersion, hasDraft } = flow ?? { publishedVersion: null, hasDraft: false };
  return [
    ...(publishedVersion === null
      ? []
      : [{ value: String(publishedVersion), label: texts.published(publishedVersion) }]),
    ...(hasDraft ? [{ value: '0', label: texts.draft }] : []),
  ];
}
