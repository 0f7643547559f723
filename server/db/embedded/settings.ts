/** PostgreSQL's settings for data that must outlive a power cut. `synchronous_commit` and `fsync` stay on. */
export const lastingSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  wal_level: 'minimal', // no replicas here
  max_wal_senders: '0',
  timezone: 'UTC',
  log_checkpoints: 'off', // the log is kept for ever
  // PostgreSQL's own log must not quote rows or statements: they hold personal data.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
} as const;

/** For tests: what a power cut would take does not matter. */
export const temporarySettings = {
  ...lastingSettings,
  max_connections: '200',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
} as const;
