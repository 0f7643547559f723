/** What the screen of the people who work here says in English. */
export const peopleWords = {
  title: 'People',
  lead: 'Who works here, and what each of them may do.',
  loading: 'Reading the people…',
  problem: 'The people can’t be read',
  invite: 'Invite somebody',
  you: 'you',
  disabled: 'disabled',
  secondFactor: 'second factor',
  seen: (time: string) => `Last here ${time}`,
  neverSeen: 'Not signed in now',
  open: (open: number, most: number) => `${open} of ${most} conversations`,
  away: 'not taking any now',
  change: (name: string) => `Change ${name}`,
  languagesLabel: 'Languages they speak with customers',
  noLanguages: 'no languages named',
  inviting: {
    title: 'Invite somebody',
    body: 'You get a link to pass on in whatever way you trust: Vaarta has no e-mail server and sends nothing itself.',
    name: 'Name',
    email: 'E-mail',
    role: 'What they may do',
    submit: 'Make the link',
    notMade: 'No link was made.',
    doneTitle: (name: string) => `The link for ${name}`,
    doneBody:
      'It works once, within seven days, and is shown only now. Whoever has it can join, so give it to nobody else.',
    link: 'the link',
  },
  signIn: {
    title: 'Signing in',
    loading: 'Reading the rules…',
    problem: 'What holds for signing in can’t be read.',
    secondFactor: 'Owners sign in with a second factor',
    secondFactorBody:
      'An owner who has none is led to set one up before anything else: at once, wherever they are signed in.',
    allHave: 'Every owner has one.',
    without: (names: string) => `Without one: ${names}.`,
    notSaved: 'Nothing was changed.',
  },
  /** Where somebody’s work went. */
  released: {
    all: (parts: string) => `Passed on: ${parts}.`,
    toColleagues: (count: number) =>
      count === 1 ? 'a conversation to a colleague' : `${count} conversations to colleagues`,
    toYou: (count: number) =>
      count === 1 ? 'a conversation to you, as nobody was free' : `${count} conversations to you, as nobody was free`,
    waiting: (count: number) =>
      count === 1 ? 'a waiting customer, to be routed again' : `${count} waiting customers, to be routed again`,
    leads: (count: number) => (count === 1 ? 'a lead that is nobody’s now' : `${count} leads that are nobody’s now`),
  },
  invitations: {
    title: 'Invited, not here yet',
    until: (time: string) => `until ${time}`,
    expired: 'expired',
    withdraw: 'Withdraw',
    withdrawName: (name: string) => `Withdraw the invitation for ${name}`,
    notWithdrawn: 'It was not withdrawn.',
  },
  changing: {
    work: 'Work',
    skills: 'Good at (separated by commas)',
    skillsHint: 'Conversations that ask for one of these go to them first.',
    mostOpen: 'Most open conversations at once',
    mayExport: 'May see and export whole phone numbers',
    mayExportBody: 'Otherwise an export shows only the last digits. Owners always may.',
    save: 'Save',
    saved: 'Saved.',
    notSaved: 'Not saved.',
    role: 'Role',
    roleBody:
      'Changing it signs them out everywhere; they then sign in again with the new role. A viewer works on nothing: colleagues go on with what they had.',
    changeRole: 'Change the role',
    password: 'Password',
    passwordBody: 'A link to choose a new one. It works once, within one day; the old password works until then.',
    makeLink: 'Make a link',
    linkBody: 'Pass it on yourself, to nobody else. It is shown only now.',
    factor: 'Second factor',
    factorBody:
      'For somebody who has lost their phone and their backup codes. They are signed out everywhere, and their password alone lets them in: make sure that it is they who ask.',
    removeFactor: 'Take it off',
    access: 'Access',
    disable: 'Disable',
    disableBody:
      'They are signed out everywhere at once and can’t come back until you let them in again. Colleagues go on with their conversations, or you where nobody is free; their leads are open to everybody. Nothing is deleted.',
    enable: 'Let them in again',
    enableBody: 'They can sign in again with the password they had. What colleagues took on stays theirs.',
    failed: 'Nothing was changed.',
    self: 'This is you. Only another owner can change your role and access.',
    lastOwner:
      'This is the last owner. Make somebody else an owner first: without one nobody could change anything here.',
  },
} as const;
