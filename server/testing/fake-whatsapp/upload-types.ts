const megabyte = 1024 * 1024;

/** What may be put in, and the most bytes of it. Source: Cloud API reference, "Media". */
export const typesOfUploads: ReadonlyMap<string, number> = new Map([
  ['audio/aac', 16 * megabyte],
  ['audio/amr', 16 * megabyte],
  ['audio/mpeg', 16 * megabyte],
  ['audio/mp4', 16 * megabyte],
  ['audio/ogg', 16 * megabyte],
  ['image/jpeg', 5 * megabyte],
  ['image/png', 5 * megabyte],
  ['image/webp', 500 * 1024],
  ['video/mp4', 16 * megabyte],
  ['video/3gpp', 16 * megabyte],
  ['text/plain', 100 * megabyte],
  ['application/pdf', 100 * megabyte],
  ['application/msword', 100 * megabyte],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 100 * megabyte],
  ['application/vnd.ms-excel', 100 * megabyte],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 100 * megabyte],
  ['application/vnd.ms-powerpoint', 100 * megabyte],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 100 * megabyte],
]);
