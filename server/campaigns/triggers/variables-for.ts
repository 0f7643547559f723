import type { LocalizedText } from '@/flows/schema/language';
import type { TemplateContent } from '@/flows/templates/template-content';

/**
 * What stands at the places of a template, by what its author called them; an empty text where the name says nothing to us. A
 * value is written in the language of the template that somebody gets, so that one text serves all.
 */
export function variablesFor(content: TemplateContent): LocalizedText[] {
  return content.variables.map(({ name }): LocalizedText => {
    const expression = Object.hasOwn(expressions, name) ? expressions[name] : undefined;
    return expression === undefined ? {} : { en: `{{ ${expression} }}` };
  });
}

const expressions: Readonly<Record<string, string>> = {
  name: 'name',
  first_name: 'name',
  customer_name: 'name',
  property: 'property_type | label',
  property_type: 'property_type | label',
  city: 'property_location | city',
  location: 'property_location | city',
  property_value: 'property_value | lakhCrore',
  amount: 'loan_amount_needed | lakhCrore',
  loan_amount: 'loan_amount_needed | lakhCrore',
  purpose: 'loan_purpose | label',
  new_rate: 'facts.rate_min | percent',
  rate: 'facts.rate_min | percent',
};
