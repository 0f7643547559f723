import { letDaysPass } from '../server/testing/e2e-clock';
import { expect, test } from './fixtures';
import { Officer } from './officer';
import { SimulatedCustomer } from './simulated-customer';

/** Marks the people of this run: those of another one may still be there. */
const run = Date.now().toString(36);

test('a conversation whose officer is silent goes to another one, and both see it without a reload', async ({
  page,
  browser,
}) => {
  const customer = await SimulatedCustomer.begin(page, { name: `Kept waiting ${run}`, language: 'ta' });
  await customer.say('வணக்கம், எனக்கு வீட்டின் மேல் கடன் வேண்டும்');
  const silent = await Officer.join(browser, page, `Silent ${run}`);
  // Who speaks the customer's language comes before all others that this run has.
  const free = await Officer.join(browser, page, `Free ${run}`, 'officer', ['ta']);
  await free.page.goto('/inbox?queue=mine');
  await expect(free.page.getByText('You have not taken over any conversation.')).toBeVisible();

  await silent.open(customer.name);
  await silent.takeOver.click();
  await silent.say('Good morning. I look at your papers and write again.');
  await expect(customer.phone.getByText('Good morning. I look at your papers and write again.')).toBeVisible();
  await customer.composer.fill('நன்றி, எப்போது எழுதுவீர்கள்?');
  await customer.composer.press('Enter');
  await expect(silent.messages.getByText('நன்றி, எப்போது எழுதுவீர்கள்?')).toBeVisible();

  const contactId = new URL(silent.page.url()).pathname.split('/').at(-1) ?? '';
  await letDaysPass(contactId, 8); // there are some office hours in it, whatever the day is

  // What is not told by the stream is read again after half a minute: much later than this waits.
  const row = free.page.getByRole('link', { name: customer.name });
  await expect(row).toBeVisible();
  await expect(silent.conversation.getByText(`${free.name} has this conversation.`)).toBeVisible();
  await expect(silent.reply).toBeHidden();

  await row.click();
  await free.say('I have taken this over and have your papers before me.');
  await expect(customer.phone.getByText('I have taken this over and have your papers before me.')).toBeVisible();
});
