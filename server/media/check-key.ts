/** Throws when a key could lead out of the storage or is not written as keys are. */
export function checkKey(key: string): void {
  if (key.length > 200 || !pattern.test(key)) throw new RangeError('This is no key of a stored file.');
}

// No part begins with a dot: neither ".." nor a hidden file can be named.
const pattern = /^[a-z0-9_-][a-z0-9._-]*(\/[a-z0-9_-][a-z0-9._-]*)*$/;
