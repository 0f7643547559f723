/** What the settings’ voice part says in English. */
export const voiceWords = {
  title: 'Voice',
  lead: 'How voice notes are heard, and when answers are spoken.',
  loading: 'Reading the settings…',
  problem: 'The settings can’t be read',
  hearing: 'Hearing',
  hears: (model: string, host: string) => `${model} at ${host}`,
  hearsBody: 'The words of a voice note are shown under it, and the answer waits for them for up to half a minute.',
  deaf: 'Voice notes are not heard',
  deafBody:
    'The customer is asked kindly to type, in their language, and the note is kept for an officer. To hear them, set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own.',
  speaking: 'Speaking',
  speaks: (model: string, voice: string, host: string) => `${model}, voice “${voice}”, at ${host}`,
  speaksBody: 'The text always goes first; the note follows it.',
  offline: 'The offline voice of this machine',
  offlineBody:
    'It costs nothing and sounds like a machine. With OPENAI_API_KEY or OPENAI_BASE_URL a service speaks instead.',
  mute: 'Answers are text only',
  muteBody:
    'To have them spoken too, set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own; or install the offline voice, as server/speech/README.md tells.',
  reply: 'When answers are spoken',
  replies: {
    whenSpokenTo: {
      label: 'When the customer has spoken, and where the flow asks for it',
      body: 'Who sends a voice note hears the answer too.',
    },
    never: { label: 'Never', body: 'Answers are text, also where the flow asks for a voice note.' },
  },
  saving: 'Saving…',
  saved: 'Saved',
  notSaved: 'Not saved.',
  try: 'Listen to it',
  tryBody: 'As a customer would hear it: amounts and numbers are spoken as people say them.',
  text: 'What to say',
  language: 'Language',
  examples: {
    en: 'For a flat of ₹80 lakh you may get up to ₹48 lakh.',
    hi: '₹80 लाख के मकान पर ₹48 लाख तक मिल सकते हैं।',
    kn: '₹80 ಲಕ್ಷದ ಮನೆಗೆ ₹48 ಲಕ್ಷದವರೆಗೆ ಸಿಗಬಹುದು.',
    ta: '₹80 லட்சம் மதிப்புள்ள வீட்டுக்கு ₹48 லட்சம் வரை கிடைக்கலாம்.',
    te: '₹80 లక్షల ఇంటికి ₹48 లక్షల వరకు రావచ్చు.',
  },
  say: 'Say it',
  notSaid: 'Not said.',
  spoken: 'Spoken as',
  recording: 'The voice note',
} as const;
