import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Combobox } from '@/app/_ui/Combobox';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import type { SegmentFilter, SegmentRule } from '@/server/campaigns/plan/segment-filter';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import type { ChannelName } from '../../../campaign-types';
import { choicesOf } from './choices-of';
import { RuleRow } from './RuleRow';
import { fieldOptions, newRule, operatorsOf } from './rule-fields';
import { SegmentCount } from './SegmentCount';

const texts = words.campaigns.draft.segment;

/** As many as a filter takes. */
const MOST_RULES = 20;

type Props = {
  readonly filter: SegmentFilter;
  readonly channel: ChannelName;
  readonly onChange: (filter: SegmentFilter) => void;
};

/** People by what is known of them: every rule must hold. */
export function Segment({ filter: { rules }, channel, onChange }: Props): ReactElement {
  const trpc = useTRPC();
  const values = useQuery(trpc.audience.segmentChoices.queryOptions({ channel }));
  if (values.isPending) return <Spinner label={texts.loading} className="text-sm text-ink-soft" />;
  if (!values.data) {
    return (
      <p role="alert" className="text-sm text-danger">
        {problemOf(values.error)}
      </p>
    );
  }
  const choices = choicesOf(values.data);
  const write = (next: readonly SegmentRule[]): void => onChange({ rules: [...next] });
  const add = (field: Parameters<typeof operatorsOf>[0]): void => {
    const [operator] = operatorsOf(field, choices);
    const rule = operator && newRule(field, operator, choices);
    if (rule) write([...rules, rule]);
  };
  return (
    <div className="flex flex-col gap-4">
      {rules.length === 0 ? <p className="text-sm text-ink-soft">{texts.everybody}</p> : null}
      <ul aria-label={texts.rules} className="flex flex-col gap-2 empty:hidden">
        {rules.map((rule, index) => (
          <RuleRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name; several may ask about one field
            key={index}
            index={index}
            rule={rule}
            choices={choices}
            onChange={(next) => write(rules.map((one, at) => (at === index ? next : one)))}
            onRemove={() => write(rules.filter((_, at) => at !== index))}
          />
        ))}
      </ul>
      {rules.length < MOST_RULES ? (
        <Combobox
          label={texts.add}
          value={null}
          options={fieldOptions(choices)}
          placeholder={texts.pickField}
          noMatch={texts.noField}
          onChange={add}
          className="max-w-sm"
        />
      ) : null}
      <SegmentCount filter={{ rules: [...rules] }} channel={channel} />
    </div>
  );
}
