import { expect, test } from 'vitest';
import { smallestPng as png } from '@/server/testing/smallest-png';
import { typeOf, unknownType } from './type-of';

const opus = Buffer.concat([
  Buffer.from('OggS\0\x02', 'latin1'),
  Buffer.alloc(20),
  Buffer.from('\x01\x13OpusHead', 'latin1'),
  Buffer.alloc(60),
]);
const oldOffice = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const mp4 = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), Buffer.alloc(40)]);
const webm = Buffer.concat([
  Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex'),
  Buffer.alloc(40),
]);
const program = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(100)]);

test.each([
  ['a picture', png, 'image/jpeg', 'image/png'],
  ['a voice note', opus, 'audio/ogg; codecs=opus', 'audio/ogg'],
  ['a paper', Buffer.from('%PDF-1.7\n'), 'application/pdf', 'application/pdf'],
  ['a film', mp4, 'video/mp4', 'video/mp4'],
  ['sound in a film’s container', mp4, 'audio/mp4', 'audio/mp4'],
  ['what a browser records', webm, 'audio/webm;codecs=opus', 'audio/webm'],
  ['an old letter', oldOffice, 'application/msword', 'application/msword'],
  ['an old container that is said to be a picture', oldOffice, 'image/png', unknownType],
  ['a note in Kannada', Buffer.from('ನಮಸ್ಕಾರ\n'), 'text/plain', 'text/plain'],
  ['a table', Buffer.from('a,b\n1,2\n'), 'text/csv', 'text/plain'],
  ['a page that calls itself a picture', Buffer.from('<!doctype html><script>1</script>'), 'image/png', unknownType],
  ['a page', Buffer.from('\n <HTML>'), 'text/html', unknownType],
  ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml', unknownType],
  ['a script', Buffer.from('#!/bin/sh\n'), 'text/plain', unknownType],
  ['a program that calls itself a picture', program, 'image/jpeg', unknownType],
  ['garbage that calls itself a voice note', Buffer.from([0, 1, 2, 255, 254, 3]), 'audio/ogg', unknownType],
  ['nothing', Buffer.alloc(0), 'text/plain', unknownType],
  ['a picture of which nothing is said', png, undefined, 'image/png'],
])('%s is what its bytes say', async (_, bytes, claimed, type) => {
  expect(await typeOf(bytes, claimed)).toBe(type);
});
