/** What is said at the door: signing in, and the links that let somebody in for the first time. */
export const entryWords = {
  signIn: {
    title: 'Sign in',
    lead: 'With the e-mail and password that you chose.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    firstTime: 'First time here? Open the link that you were given, or, on a new installation, the one that',
    firstTimeEnd: 'printed.',
    forgotten: 'Forgotten your password? An owner can make you a link for a new one, under Settings, People.',
    wrong: 'The e-mail or the password is not right. Nothing was changed.',
    tooOften: 'Too many tries. Wait a minute, then try again.',
    refused: 'You can’t sign in. Ask an owner of this installation about your access.',
    unreachable: 'The server does not answer. Try again in a moment.',
  },
  secondFactor: {
    title: 'One more step',
    codeLead: 'Type the six digits that your authenticator app shows now.',
    backupLead: 'Type one of the backup codes that you saved. Each works once.',
    code: 'Code from the app',
    backupCode: 'Backup code',
    submit: 'Continue',
    useBackup: 'Use a backup code instead',
    useCode: 'Use the app instead',
    back: 'Start again',
    wrong: 'This code is not right, or its time is up. Type the one that shows now.',
    wrongBackup: 'This backup code is not right, or was used before.',
    expired: 'This took too long. Start again with your password.',
  },
  heldBack: {
    title: 'Set up your second factor',
    lead: 'Owners sign in here with a code from their phone, besides their password. It takes a minute; then you go on where you were.',
    back: 'Back',
    leave: 'Sign out',
    close: 'Leave this page',
  },
  passwordField: { show: 'Show the password', hide: 'Hide the password' },
  /** How strong a new password is. */
  strength: {
    empty: 'At least 12 characters. A few words that only you would put together are best.',
    short: (missing: number) => (missing === 1 ? 'One more character.' : `${missing} more characters.`),
    weak: 'Weak: easy to guess. Use words that don’t belong together.',
    fair: 'Fair. One more word makes it strong.',
    strong: 'Strong.',
  },
  links: {
    setup: { title: 'Set up Vaarta', lead: 'You will be the first owner of this installation.', submit: 'Begin' },
    invitation: {
      title: 'Welcome to Vaarta',
      lead: 'You were invited. Say who you are and choose a password.',
      submit: 'Join',
    },
    password: {
      title: 'A new password',
      lead: 'You will be signed out everywhere else.',
      submit: 'Save and sign in',
    },
    name: 'Your name',
    nameHint: 'Colleagues see it beside what you do.',
    email: 'E-mail',
    newPassword: 'New password',
    role: (name: string) => `You join as ${name}.`,
    failed: 'This did not work.',
    deadTitle: 'This link does not work any more',
    dead: {
      setup:
        'Each link works once and for a short time, and every start of Vaarta prints a new one. Look for the newest where it was started. If there is an owner already, sign in.',
      invitation:
        'Each link works once and for seven days. Ask whoever invited you for a new one; if you have joined already, sign in.',
      password:
        'Each link works once and for one day. Ask an owner for a new one, or sign in with the password you have.',
    },
    toSignIn: 'To the sign-in page',
  },
  notAllowed: {
    title: 'This is not for your role',
    body: (role: string) => `You are signed in as ${role}. If you need this for your work, ask an owner.`,
  },
  ended: {
    title: 'You have been signed out',
    lead: 'Sign in again to carry on here. What you wrote is still here; what you sent last did not go through.',
    leave: 'Leave this page',
  },
} as const;
