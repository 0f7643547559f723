import { describe, expect, it } from 'vitest';
import { customerSlots } from '@/flows/schema/slots';
import { slotsOf } from '../testdata/reader';
import { extractors } from './index';

describe('extractors', () => {
  it('read every slot of the contract', () => {
    expect(Object.keys(extractors).sort()).toEqual(Object.keys(customerSlots).sort());
  });
});

describe('amounts', () => {
  it.each([
    ['1.5 crore', 15_000_000],
    ['80L', 8_000_000],
    ['1.5cr', 15_000_000],
    ['₹1,50,00,000', 15_000_000],
    ['Rs. 25,00,000/-', 2_500_000],
    ['one and a half crore', 15_000_000],
    ['one crore twenty five lakhs', 12_500_000],
    ['60-70 lakh', 7_000_000],
    ['1 crore 20', 12_000_000],
    ['डेढ़ करोड़', 15_000_000],
    ['साढ़े सात लाख', 750_000],
    ['सवा करोड़', 12_500_000],
    ['पौने दो करोड़', 17_500_000],
    ['ढाई लाख', 250_000],
    ['८० लाख', 8_000_000],
    ['dedh crore', 15_000_000],
    ['saade teen lakh', 350_000],
    ['ek crore bees lakh', 12_000_000],
    ['ಒಂದೂವರೆ ಕೋಟಿ', 15_000_000],
    ['ಎಪ್ಪತ್ತೈದು ಲಕ್ಷಕ್ಕೆ', 7_500_000],
    ['eraduvare laksha', 250_000],
    ['ஒன்றரை கோடி', 15_000_000],
    ['இருபத்து ஐந்து லட்சம்', 2_500_000],
    ['ஒரு லட்சத்து ஐம்பதாயிரம்', 150_000],
    ['rendara latcham', 250_000],
    ['కోటిన్నర', 15_000_000],
    ['మూడు లక్షల యాభై వేలు', 350_000],
    ['rendunnara kotlu', 25_000_000],
  ])('"%s" is %d rupees, given to the slot that was asked for', (text, value) => {
    expect(slotsOf(text, { expects: ['property_value'] })).toEqual({ property_value: value });
  });

  it.each([
    ['kitne lakh milenge', {}],
    ['my flat no is 203', {}],
    ['the OTP is 4321', {}],
    ['12% is high', {}],
    ['50 lakh', { loan_amount_needed: 5_000_000 }],
    ['my house is worth 50 lakh', { property_type: 'house', property_value: 5_000_000 }],
    [
      'My flat is worth 90 lakhs and I need 40 lakhs',
      { property_type: 'apartment', property_value: 9_000_000, loan_amount_needed: 4_000_000 },
    ],
    ['not 80 lakhs, 60 lakhs', { loan_amount_needed: 6_000_000 }],
    ['I earn 18 lakhs per annum', { monthly_income: 150_000 }],
    ['12 LPA', { monthly_income: 100_000 }],
    ['my salary is 85000 per month and I pay 12000 emi', { monthly_income: 85_000, current_emi: 12_000 }],
    ['no existing loans', { current_loans: 'none' }],
  ])('"%s" gives %j', (text, slots) => {
    expect(slotsOf(text)).toEqual(slots);
  });
});

describe('facts about the property', () => {
  it.each([
    ['I want to buy a flat in Mumbai', { loan_purpose: 'property_purchase' }],
    ['not a house, a flat', { property_type: 'apartment' }],
    ['30x40 site in Mysore', { property_type: 'plot', property_location: 'Mysuru', property_area_sqft: 1200 }],
    [
      '200 gajala sthalam guntur lo undi',
      { property_type: 'plot', property_location: 'Guntur', property_area_sqft: 1800 },
    ],
    ['ghar papa ke naam pe hai', { property_type: 'house', ownership_status: 'parents' }],
    ['bungalow in Gurgaon', { property_type: 'villa', property_location: 'Gurugram' }],
    ['ಮನೆ ಹುಬ್ಬಳ್ಳಿಯಲ್ಲಿ ಇದೆ', { property_type: 'house', property_location: 'Hubballi' }],
    ['apartmnt in coimbatoor', { property_type: 'apartment', property_location: 'Coimbatore' }],
  ])('"%s" gives %j', (text, slots) => {
    expect(slotsOf(text)).toEqual(slots);
  });

  it('takes an unknown locality as written when it was asked for', () => {
    expect(slotsOf('Basaveshwara Nagara', { expects: ['property_location'] })).toEqual({
      property_location: 'Basaveshwara Nagara',
    });
  });
});

describe('facts about the customer', () => {
  it.each([
    ['my name is Ramesh Kumar', { name: 'Ramesh Kumar' }],
    ['मेरा नाम सुरेश कुमार है', { name: 'सुरेश कुमार' }],
    ['nanna hesaru Ravi', { name: 'Ravi' }],
    ['my email is Ravi.K@Gmail.com and pin 560001', { email: 'ravi.k@gmail.com', pincode: '560001' }],
    ['098765 43210', { phone: '+919876543210' }],
    ['I run a textile business', { employment_type: 'business_owner' }],
    ['for 10 years', { tenure_months: 120 }],
    ['english lo matladandi', { language_preference: 'en' }],
    ['I need it within 2 months', { urgency: 'one_to_three_months' }],
  ])('"%s" gives %j', (text, slots) => {
    expect(slotsOf(text)).toEqual(slots);
  });

  it('a short answer to the question is the name', () => {
    expect(slotsOf('Suresh Babu', { expects: ['name'] })).toEqual({ name: 'Suresh Babu' });
  });
});

describe('the time of a call', () => {
  it.each([
    ['call me tomorrow at 5pm', '2026-11-24T17:00:00+05:30'],
    ['call me day after tomorrow 11 am', '2026-11-25T11:00:00+05:30'],
    ['kal shaam 5 baje call karna', '2026-11-24T17:00:00+05:30'],
    ['कल सुबह साढ़े दस बजे फोन करना', '2026-11-24T10:30:00+05:30'],
    ['aadhe ghante baad phone karna', '2026-11-23T10:30:00+05:30'],
    ['ನಾಡಿದ್ದು ಬೆಳಿಗ್ಗೆ 10 ಗಂಟೆಗೆ ಕಾಲ್ ಮಾಡಿ', '2026-11-25T10:00:00+05:30'],
    ['நாளைக்கு மாலை 5 மணிக்கு கால் பண்ணுங்க', '2026-11-24T17:00:00+05:30'],
    ['రేపు ఉదయం 10 గంటలకు కాల్ చేయండి', '2026-11-24T10:00:00+05:30'],
    ['call me in the evening', '2026-11-23T18:00:00+05:30'],
    ['call on friday afternoon', '2026-11-27T15:00:00+05:30'],
    ['call me on 25th december', '2026-12-25T10:00:00+05:30'],
    ['message me next week', '2026-11-30T10:00:00+05:30'],
  ])('"%s" is %s', (text, at) => {
    expect(slotsOf(text).callback_at).toBe(at);
  });

  it('is resolved in the timezone of the contact', () => {
    expect(slotsOf('call me tomorrow at 5pm', { timezone: 'Asia/Dubai' }).callback_at).toBe(
      '2026-11-24T17:00:00+04:00',
    );
  });

  it('is not read from dates of other things', () => {
    expect(slotsOf('my salary comes on 1st december')).toEqual({});
  });
});
