import { expect, test } from 'vitest';
import { groupNotices } from './group-notices';

const notice = (purpose: string, language: string, version: number) => {
  return { purpose, language, version, text: 'We may write.', authorName: 'Asha', createdAt: new Date(0) };
};

test('each language of a purpose is one line: the newest version, and those before it', () => {
  const marketing = [notice('marketing', 'en', 2), notice('marketing', 'en', 1), notice('marketing', 'kn', 1)];
  const [en2, en1, kn1] = marketing;
  const use = {
    purpose: 'loan_enquiry',
    noticeVersion: '1',
    flowId: 'lap',
    flowName: 'LAP',
    flowVersion: 1,
    told: null,
  };
  expect(groupNotices(marketing, [use])).toEqual([
    { purpose: 'loan_enquiry', inForce: [use], lines: [] },
    {
      purpose: 'marketing',
      inForce: [],
      lines: [
        { newest: en2, older: [en1] },
        { newest: kn1, older: [] },
      ],
    },
  ]);
});
