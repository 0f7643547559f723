import { nearestName } from '../../check/known-names';
import { formats } from '../../expressions/formats';
import { boldFix, type FixRule } from './fix';
import { namedIn } from './named-in';
import { replaceInSource, sourceAt } from './source-at';

/** A format that is spelled almost like one that exists becomes that one. */
export const expressionUnknownFormat: FixRule = {
  code: 'expression.unknown_format',
  fixes: (issue, flow) => {
    const { place } = issue;
    const name = namedIn(issue);
    const meant = nearestName(name, formats.keys());
    const found = sourceAt(flow, place)?.nodes.find(({ node }) => node.type === 'format' && node.name === name);
    if (meant === undefined || found === undefined) return [];
    const { at } = found;
    return [
      boldFix('nearest', `Use “${meant}”`, (now) =>
        replaceInSource(now, place, { at, written: name, replacement: meant }),
      ),
    ];
  },
};
