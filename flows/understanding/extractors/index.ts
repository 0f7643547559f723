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

/** Which extractor reads each slot. An extractor that reads several is run once. */
export const extractors = {
  name: readName,
  property_type: choiceReader('property_type'),
  property_location: readPlace,
  property_value: readAmounts,
  property_area_sqft: readArea,
  ownership_status: choiceReader('ownership_status'),
  loan_amount_needed: readAmounts,
  loan_purpose: choiceReader('loan_purpose'),
  tenure_months: readTenure,
  monthly_income: readAmounts,
  employment_type: choiceReader('employment_type'),
  current_loans: readCurrentLoans,
  current_emi: readAmounts,
  urgency: choiceReader('urgency'),
  callback_at: readCallbackTime,
  pincode: readContactDetails,
  email: readContactDetails,
  phone: readContactDetails,
  language_preference: readLanguagePreference,
} as const satisfies Record<CustomerSlot, Extractor>;
