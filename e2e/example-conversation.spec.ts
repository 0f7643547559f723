import { expect, test } from './fixtures';
import { SimulatedCustomer } from './simulated-customer';

test('the example conversation in English leaves the facts that an officer needs', async ({ page }) => {
  const customer = await SimulatedCustomer.begin(page, { name: 'Asha Rao' });
  await customer.say('Hi, I need a loan against my property');
  await customer.isInState('introduction');
  await customer.say('I have a house in Bangalore worth 1.5 crore');
  await customer.say('I need about 80 lakhs for my business expansion');
  await customer.say('What would be the interest rate?');
  await expect(customer.answers.filter({ hasText: '8.5%' }).last()).toBeVisible();
  await customer.say('What documents will I need to provide?');
  await expect(customer.answers.filter({ hasText: 'PAN' }).last()).toBeVisible();
  await customer.say("I'll think about it and get back to you later");

  await customer.isInState('follow_up_scheduling');
  await expect(customer.fact('property_type')).toContainText('house');
  await expect(customer.fact('property_location')).toContainText('Bengaluru');
  await expect(customer.fact('property_value')).toContainText('₹1,50,00,000');
  await expect(customer.fact('loan_amount_needed')).toContainText('₹80,00,000');
  await expect(customer.fact('loan_purpose')).toContainText('business');
  await expect(customer.fact('ltv_percent')).toContainText('53.33');
  const followUps = customer.inspector.getByRole('region', { name: 'Follow-ups' });
  await expect(followUps.getByRole('listitem').first()).toContainText('₹80 lakh');
});

test('the conversation runs in Kannada, in its own letters', async ({ page }) => {
  const customer = await SimulatedCustomer.beginByHand(page, 'ಲಕ್ಷ್ಮಿ', { language: 'ಕನ್ನಡ' });
  await customer.say('ನಮಸ್ಕಾರ, ನನ್ನ ಆಸ್ತಿ ಮೇಲೆ ಸಾಲ ಬೇಕು');
  await expect(customer.answers.last()).toContainText(/[\u0C80-\u0CFF]{3}/);
  await customer.say('ಬೆಂಗಳೂರಿನಲ್ಲಿ ನನ್ನ ಮನೆ ಇದೆ, ಬೆಲೆ 1.5 ಕೋಟಿ');
  await expect(customer.fact('property_location')).toContainText('Bengaluru');
  await expect(customer.fact('property_value')).toContainText('₹1,50,00,000');
  const font = await customer.answers.last().evaluate((bubble) => {
    void bubble;
    return [...document.fonts].some((face) => face.family.includes('Kannada') && face.status === 'loaded');
  });
  expect(font, 'the Kannada font is shipped and used').toBe(true);
});
