import { describe, expect, it } from 'vitest';
import { problemOfFile } from './picked-file';

describe('problemOfFile', () => {
  it('takes what the server takes', () => {
    expect(problemOfFile({ kind: 'document', file: fileOf(17) })).toBeUndefined();
  });

  it('says how large a voice note may be', () => {
    expect(problemOfFile({ kind: 'voice', file: fileOf(17) })).toEqual({ code: 'file.tooLarge', megabytes: 16 });
  });

  it('refuses a file without bytes', () => {
    expect(problemOfFile({ kind: 'image', file: fileOf(0) })).toEqual({ code: 'file.empty' });
  });
});

function fileOf(megabytes: number): File {
  return new File([new Uint8Array(megabytes * 1024 * 1024)], 'file');
}
