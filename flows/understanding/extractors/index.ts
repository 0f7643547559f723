import type { CustomerSlot } from '@/flows/schema/slots';
import { readAmounts } from './amount-inr';
import { readArea } from './area';
import { choiceReader } from './choice';
import { readContactDetails } from './contact-details';
import { readCurrentLoans } from './current-loans';
import { readCallbackTime } from './date-time';
import type { Extractor } from './extractor';
import { readLanguagePreference } from './language-preference';
import { readTenure } from './months';
import { readName } from './name';
import { readPlace } from './place';
import { withoutHidden } from './without-hidden';

const amounts = withoutHidden(readAmounts);
const contactDetails = withoutHidden(readContactDetails);

/** Which extractor reads each slot. An extractor that reads several is run once. */
export const extractors = {
  name: withoutHidden(readName),
  property_type: withoutHidden(choiceReader('property_type')),
  property_location: withoutHidden(readPlace),
  property_value: amounts,
  property_area_sqft: withoutHidden(readArea),
  ownership_status: withoutHidden(choiceReader('ownership_status')),
  loan_amount_needed: amounts,
  loan_purpose: withoutHidden(choiceReader('loan_purpose')),
  tenure_months: withoutHidden(readTenure),
  monthly_income: amounts,
  employment_type: withoutHidden(choiceReader('employment_type')),
  current_loans: withoutHidden(readCurrentLoans),
  current_emi: amounts,
  urgency: withoutHidden(choiceReader('urgency')),
  callback_at: withoutHidden(readCallbackTime),
  pincode: contactDetails,
  email: contactDetails,
  phone: contactDetails,
  language_preference: withoutHidden(readLanguagePreference),
} as const satisfies Record<CustomerSlot, Extractor>;
