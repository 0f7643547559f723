import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/**
 * Prisma's adapter for PostgreSQL, mended where the schema engine needs more than the client does. May go when
 * @prisma/adapter-pg passes `migrate diff` by itself (7.10.1 does not).
 */
export class MigrationAdapter extends PrismaPg {
  #config;

  /** Takes host, port, user, password and database one by one: with a connection string the shadow database would be the main one. */
  constructor(config) {
    super(config);
    this.#config = config;
  }

  async connect() {
    return mend(await super.connect());
  }

  async connectToShadowDb() {
    const database = `shadow_${randomUUID().replaceAll('-', '')}`;
    const admin = new pg.Client(this.#config);
    await admin.connect();
    await admin.query(`CREATE DATABASE ${database} TEMPLATE template0`);
    const shadow = mend(await new PrismaPg({ ...this.#config, database }).connect());
    shadow.dispose = async () => {
      await shadow.underlyingDriver().end();
      await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      await admin.end();
    };
    return shadow;
  }
}

function mend(adapter) {
  readCharColumns(adapter);
  const startTransaction = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (level) => readCharColumns(await startTransaction(level));
  // It splits a script at every semicolon, also inside a function's body: send it whole.
  adapter.executeScript = async (script) => {
    await adapter.underlyingDriver().query(script);
  };
  return adapter;
}

const charOid = 18; // the type "char" of PostgreSQL's own catalog, for which the adapter has no mapping
const textOid = 25;

function readCharColumns(queryable) {
  let charColumns = [];
  const performIO = queryable.performIO.bind(queryable);
  queryable.performIO = async (query) => {
    const result = await performIO(query);
    charColumns = result.fields.flatMap((field, index) => (field.dataTypeID === charOid ? [index] : []));
    for (const index of charColumns) result.fields[index].dataTypeID = textOid;
    return result;
  };
  const queryRaw = queryable.queryRaw.bind(queryable);
  queryable.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  return queryable;
}
