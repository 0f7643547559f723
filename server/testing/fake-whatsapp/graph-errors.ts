/** A refusal as the Graph API words it. */
export type GraphError = {
  readonly status: number;
  readonly code: number;
  readonly title: string;
  readonly details: string;
};

export const graphErrors = {
  notAuthorised: error(401, 190, 'Invalid OAuth access token', 'Error validating access token: session is invalid.'),
  withoutToken: error(401, 200, 'Provide valid app ID', 'An access token is required to request this resource.'),
  unknownNumber: error(
    400,
    100,
    'Unsupported post request',
    'Object does not exist, or cannot be loaded due to missing permissions.',
  ),
  unknownField: error(400, 100, 'Invalid parameter', 'Tried accessing a nonexisting field.'),
  unknownPath: error(404, 100, 'Unknown path components', 'Unknown path components.'),
  notJson: error(400, 100, 'Invalid parameter', 'The body is no JSON object.'),
  tooLarge: error(413, 100, 'Invalid parameter', 'The body is too large.'),
  unknownMessage: error(400, 131009, 'Parameter value is not valid', 'Invalid message id.'),
} as const;

export function missing(parameter: string): GraphError {
  return error(400, 131008, 'Required parameter is missing', `Required parameter ${parameter} is missing.`);
}

export function unsupported(details: string): GraphError {
  return error(400, 100, 'Invalid parameter', details);
}

export function invalid(details: string): GraphError {
  return error(400, 131009, 'Parameter value is not valid', details);
}

export function templateError(code: 132000 | 132001 | 132012 | 132015 | 132016, details: string): GraphError {
  const titles = {
    132000: 'Number of parameters does not match the expected number of params',
    132001: 'Template name does not exist in the translation',
    132012: 'Parameter format does not match format in the created template',
    132015: 'Template is paused',
    132016: 'Template is disabled',
  };
  return error(code === 132001 ? 404 : 400, code, titles[code], details);
}

/** The errors that a test can order by their code. */
export function orderedError(code: number, status?: number): GraphError {
  const known = ordered.get(code) ?? error(400, code, 'Something went wrong', 'Ordered by a test.');
  return { ...known, status: status ?? known.status };
}

const ordered: ReadonlyMap<number, GraphError> = new Map(
  [
    error(500, 1, 'An unknown error occurred', 'Please retry.'),
    error(503, 2, 'Service temporarily unavailable', 'Please retry.'),
    error(400, 4, 'Application request limit reached', 'Too many calls of this app.'),
    graphErrors.notAuthorised,
    error(403, 368, 'Temporarily blocked for policies violations', 'The account is restricted.'),
    error(429, 80007, 'Rate limit issues', 'Too many calls to this account.'),
    error(429, 130429, 'Rate limit hit', 'Cloud API message throughput has been reached.'),
    error(500, 131000, 'Something went wrong', 'Message failed to send due to an unknown error.'),
    error(400, 131026, 'Message undeliverable', 'Message undeliverable.'),
    error(400, 131009, 'Parameter value is not valid', 'The message that is referred to does not exist.'),
    error(403, 131031, 'Business Account locked', 'The account is locked.'),
    error(400, 131047, 'Re-engagement message', 'More than 24 hours have passed since the customer last replied.'),
    error(400, 131048, 'Spam rate limit hit', 'The messaging limit of the account has been reached.'),
    error(400, 131049, 'Not delivered to maintain healthy ecosystem engagement', 'Wait at least 24 hours.'),
    error(400, 131050, 'Marketing messages stopped', 'The user has stopped marketing messages of this business.'),
    error(400, 131053, 'Media upload error', 'The file could not be used.'),
    error(400, 131056, '(Business Account, Consumer Account) pair rate limit hit', 'Too many messages to this user.'),
    error(400, 132015, 'Template is paused', 'The template is paused because of its low quality.'),
    error(400, 132016, 'Template is disabled', 'The template was paused too often.'),
  ].map((entry) => [entry.code, entry]),
);

/** The body of a refusal, byte for byte like the real one but for the trace id. */
export function graphErrorBody({ code, title, details }: GraphError, traceId: string): string {
  return JSON.stringify({
    error: {
      message: `(#${code}) ${title}`,
      type: 'OAuthException',
      code,
      error_data: { messaging_product: 'whatsapp', details },
      fbtrace_id: traceId,
    },
  });
}

function error(status: number, code: number, title: string, details: string): GraphError {
  return { status, code, title, details };
}
