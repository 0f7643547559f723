import { describe, expect, it } from 'vitest';
import { type Block, formatMessage, type Inline } from './format-message';

describe('formatMessage', () => {
  it.each([
    ['*8.5 %* a year', '<bold>8.5 %</bold> a year'],
    ['_from_ ~14~ *8.5*', '<italic>from</italic> <strike>14</strike> <bold>8.5</bold>'],
    ['*bold and _both_*', '<bold>bold and <italic>both</italic></bold>'],
    ['the code is `A1` or ```B2```', 'the code is <code>A1</code> or <code>B2</code>'],
    ['*ಮನೆ ಸಾಲ* ಬೇಕೇ?', '<bold>ಮನೆ ಸಾಲ</bold> ಬೇಕೇ?'],
  ])('marks up %s', (text, drawn) => {
    expect(formatMessage(text).map(draw).join('\n')).toBe(drawn);
  });

  it.each([
    '2*3*4',
    'snake_case_name',
    'a * not bold*',
    '*not bold *',
    '**',
    'ಮನೆ*ಸಾಲ*ಬೇಕು',
    '5 * 3 = 15 * 1',
    '*open',
    '~ ~',
  ])('leaves %s as it is', (text) => {
    expect(formatMessage(text)).toEqual([{ type: 'line', content: [{ type: 'text', text }] }]);
  });

  it('draws bullets, numbers and quotes as such', () => {
    expect(formatMessage('Bring:\n- PAN card\n• *Sale deed*\n1. Form\n> said before').map(draw)).toEqual([
      'Bring:',
      '<bullet>PAN card',
      '<bullet><bold>Sale deed</bold>',
      '<1>Form',
      '<quote>said before',
    ]);
  });

  it('keeps empty lines between paragraphs', () => {
    expect(formatMessage('one\n\ntwo').map(draw)).toEqual(['one', '', 'two']);
  });

  it('keeps a block of fixed-width text apart and unformatted', () => {
    expect(formatMessage('EMI:\n```\n*10,442.25*\na  b\n```\nfor 180 months')).toEqual([
      { type: 'line', content: [{ type: 'text', text: 'EMI:' }] },
      { type: 'mono', text: '*10,442.25*\na  b' },
      { type: 'line', content: [{ type: 'text', text: 'for 180 months' }] },
    ]);
  });

  it('links web addresses without the full stop after them', () => {
    expect(formatMessage('See https://example.com/lap?x=1. Thanks')[0]).toEqual({
      type: 'line',
      content: [
        { type: 'text', text: 'See ' },
        { type: 'link', text: 'https://example.com/lap?x=1', href: 'https://example.com/lap?x=1' },
        { type: 'text', text: '. Thanks' },
      ],
    });
  });

  it.each(['javascript:alert(1)', '<img src=x onerror=alert(1)>', '[x](javascript:alert(1))'])(
    'makes nothing but text of %s',
    (text) => {
      expect(formatMessage(text)).toEqual([{ type: 'line', content: [{ type: 'text', text }] }]);
    },
  );

  it('loses no character of a text without marks', () => {
    const text = 'வணக்கம் 🙏\nతెలుగు ₹1,50,00,000';
    expect(formatMessage(text).map(draw).join('\n')).toBe(text);
  });

  it.each(['*a ', '_', '`', '```', '> - 1. ', '~x'])('stays quick for a long text of %s', (piece) => {
    const started = performance.now();
    formatMessage(piece.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

function draw(block: Block): string {
  if (block.type === 'mono') return `<mono>${block.text}`;
  const content = block.content.map(drawInline).join('');
  if (block.type === 'line') return content;
  return `<${block.type === 'numbered' ? block.number : block.type}>${content}`;
}

function drawInline(piece: Inline): string {
  switch (piece.type) {
    case 'text':
      return piece.text;
    case 'code':
      return `<code>${piece.text}</code>`;
    case 'link':
      return `<link>${piece.text}</link>`;
    default:
      return `<${piece.type}>${piece.content.map(drawInline).join('')}</${piece.type}>`;
  }
}
