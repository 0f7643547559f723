import { BACK, type Flow } from '../../schema/flow';
import { addState } from '../add-state';
import { connect } from '../connect';
import { boldFix, type FixRule } from './fix';
import { placeBeside } from './place-beside';
import { endOf, withRuleTo } from './way-out';

/** Whoever asks for a person is led to a handover, which is added where there is none. */
export const flowNoHuman: FixRule = {
  code: 'flow.no_human',
  fixes: (_, flow) => {
    const handover = flow.states.find(({ type }) => type === 'handover');
    const label = handover ? `Lead whoever asks for a person to “${handover.id}”` : 'Add a handover and a rule for it';
    return [boldFix('rule', label, (now) => withRuleTo(...handoverOf(now), 'human', 'talk_to_human'))];
  },
};

function handoverOf(flow: Flow): readonly [Flow, string] {
  const there = flow.states.find(({ type }) => type === 'handover');
  if (there) return [flow, there.id];
  const added = addState(flow, {
    type: 'handover',
    id: 'officer',
    position: placeBeside(flow),
    // Only values, no words: it reads the same in every language.
    data: { reason: 'wants_person', summary: { [flow.defaultLanguage]: '{{ loan_amount_needed | lakhCrore }}' } },
  });
  const id = added.states.at(-1)?.id ?? BACK;
  const [ended, end] = endOf(added);
  return [connect(ended, { from: id, outcome: 'next', to: end }), id];
}
