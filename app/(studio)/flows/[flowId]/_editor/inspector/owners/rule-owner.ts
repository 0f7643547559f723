import { textsOfRule } from '@/flows/check/checked-text';
import { setRule, whyNotRule } from '@/flows/edit/rules';
import { flowRule } from '@/flows/schema/flow';
import type { Field } from '../form/field';
import { fieldOf } from '../form/field-of';
import type { Owner } from './owner';
import { usesByPath } from './state-owner';

/** A flow-wide rule, without its id and name, which its head shows. */
export function ruleOwner(id: string): Owner {
  return {
    key: `rule:${id}`,
    name: id,
    place: { rule: id },
    field: ruleField,
    rootOf: (flow) => flow.rules.find((rule) => rule.id === id),
    write: (flow, root) => setRule(flow, id, root),
    whyNot: (_flow, root) => whyNotRule(root),
    usesOf: (flow) => {
      const rule = flow.rules.find((other) => other.id === id);
      return usesByPath(rule ? textsOfRule(rule) : []);
    },
  };
}

const ruleField = withoutHead(fieldOf(flowRule));

function withoutHead(field: Field): Field {
  if (field.type !== 'object') return field;
  return { ...field, entries: field.entries.filter(({ name }) => name !== 'id' && name !== 'name') };
}
