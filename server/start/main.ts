import { KnownError } from '../errors';
import { launch } from './launch';

// `npm start` and `npm run dev`.
try {
  await launch(process.argv.includes('--dev') ? 'development' : 'production');
} catch (error) {
  process.exitCode = 1;
  if (error instanceof KnownError) console.error(error.message);
  else console.error('Vaarta could not start because of a mistake in it:', error);
}
