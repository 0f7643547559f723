import pg from 'pg';
import { sealedTypes } from '../sealing/sealed-types';

// A test's own connections read sealed columns as the product's do; `storedText` shows what is really there.

const { builtins } = pg.types;
const TEXT_ARRAY = 1009;

for (const oid of [builtins.TEXT, builtins.VARCHAR, builtins.JSON, builtins.JSONB, TEXT_ARRAY]) {
  pg.types.setTypeParser(oid, sealedTypes.getTypeParser(oid));
}
