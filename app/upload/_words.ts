/** What the upload page says, in the customer's language. `lender` is the lender's name. */
export type UploadWords = {
  readonly title: string;
  readonly lead: (lender: string) => string;
  readonly safe: (lender: string) => string;
  readonly choose: string;
  readonly hint: string;
  readonly files: string;
  readonly waiting: string;
  readonly sending: (percent: number) => string;
  readonly received: string;
  readonly again: string;
  readonly againNamed: (file: string) => string;
  readonly send: string;
  readonly done: string;
  readonly doneHint: string;
  readonly thanksTitle: string;
  readonly thanks: (count: number) => string;
  readonly thanksBody: string;
  readonly expiredTitle: string;
  readonly expiredBody: string;
  readonly unknownTitle: string;
  readonly unknownBody: string;
  readonly problems: Readonly<Record<ProblemCode, string>>;
};

export type ProblemCode =
  | 'upload.closed'
  | 'upload.full'
  | 'upload.tooOften'
  | 'upload.empty'
  | 'upload.failed'
  | 'file.tooLarge'
  | 'file.notAllowed';

/** The words of a language; English where there are none yet. */
export function uploadWordsOf(language: string | null): { readonly language: string; readonly words: UploadWords } {
  const words = language === null ? undefined : uploadWords[language];
  return words && language !== null ? { language, words } : { language: 'en', words: en };
}

const en: UploadWords = {
  title: 'Share your papers',
  lead: (lender) =>
    `${lender} needs a few papers for your loan. You can share them here, one by one, at your own pace.`,
  safe: (lender) => `What you share here goes to ${lender} only. We never ask for an OTP, a PIN or a password.`,
  choose: 'Choose photos or files',
  hint: 'PDF, JPG, PNG or HEIC. Up to 10 files, 20 MB each.',
  files: 'Your files',
  waiting: 'Waiting for its turn',
  sending: (percent) => `${percent}% sent`,
  received: 'Received',
  again: 'Try again',
  againNamed: (file) => `Try again: ${file}`,
  send: 'Send the chosen files',
  done: 'I have shared everything',
  doneHint: 'After this the link can’t be used any more.',
  thanksTitle: 'Thank you!',
  thanks: (count) => (count === 1 ? 'We have received your file.' : `We have received your ${count} files.`),
  thanksBody:
    'Our officer will look at them and write to you on WhatsApp if something is missing. You can close this page.',
  expiredTitle: 'This link is too old',
  expiredBody: 'For your safety a link works for 3 days only. Just ask us on WhatsApp for a new one.',
  unknownTitle: 'This link does not work',
  unknownBody: 'Please open it once more from your WhatsApp chat, or ask us there for a new one.',
  problems: {
    'upload.closed': 'This link can’t be used any more. Please ask us on WhatsApp for a new one.',
    'upload.full': 'You have shared 10 files, the most for one link. Ask us on WhatsApp for another one.',
    'upload.tooOften': 'That was a lot at once. Please wait ten minutes and try again.',
    'upload.empty': 'Nothing has arrived yet. Please choose a file first.',
    'upload.failed': 'It did not get through. Please check your internet connection and try again.',
    'file.tooLarge': 'This file is larger than 20 MB. A photo of the page is enough.',
    'file.notAllowed': 'This file can’t be read. Please share a PDF or a photo.',
  },
};

const hi: UploadWords = {
  title: 'अपने काग़ज़ात भेजें',
  lead: (lender) => `आपके लोन के लिए ${lender} को कुछ काग़ज़ात चाहिए। आप उन्हें यहाँ आराम से, एक-एक करके भेज सकते हैं।`,
  safe: (lender) => `यहाँ भेजे गए काग़ज़ात सिर्फ़ ${lender} के पास जाते हैं। हम कभी OTP, PIN या पासवर्ड नहीं माँगते।`,
  choose: 'फ़ोटो या फ़ाइल चुनें',
  hint: 'PDF, JPG, PNG या HEIC। ज़्यादा से ज़्यादा 10 फ़ाइलें, हर एक 20 MB तक।',
  files: 'आपकी फ़ाइलें',
  waiting: 'अपनी बारी के इंतज़ार में',
  sending: (percent) => `${percent}% भेजा गया`,
  received: 'मिल गई',
  again: 'फिर कोशिश करें',
  againNamed: (file) => `फिर कोशिश करें: ${file}`,
  send: 'चुनी हुई फ़ाइलें भेजें',
  done: 'मैंने सब भेज दिया है',
  doneHint: 'इसके बाद यह लिंक काम नहीं करेगा।',
  thanksTitle: 'धन्यवाद!',
  thanks: (count) => (count === 1 ? 'आपकी फ़ाइल हमें मिल गई है।' : `आपकी ${count} फ़ाइलें हमें मिल गई हैं।`),
  thanksBody: 'हमारे अधिकारी इन्हें देखेंगे और कुछ कम हो तो WhatsApp पर बताएँगे। अब आप यह पेज बंद कर सकते हैं।',
  expiredTitle: 'यह लिंक पुराना हो गया है',
  expiredBody: 'आपकी सुरक्षा के लिए लिंक सिर्फ़ 3 दिन चलता है। WhatsApp पर हमसे नया लिंक माँग लीजिए।',
  unknownTitle: 'यह लिंक काम नहीं कर रहा',
  unknownBody: 'कृपया इसे अपनी WhatsApp चैट से फिर खोलें, या वहाँ हमसे नया लिंक माँग लें।',
  problems: {
    'upload.closed': 'यह लिंक अब काम नहीं करता। कृपया WhatsApp पर हमसे नया लिंक माँगें।',
    'upload.full': 'आप 10 फ़ाइलें भेज चुके हैं, एक लिंक पर इतनी ही भेजी जा सकती हैं। और के लिए WhatsApp पर नया लिंक माँगें।',
    'upload.tooOften': 'एक साथ बहुत कुछ आ गया। कृपया दस मिनट रुककर फिर कोशिश करें।',
    'upload.empty': 'अभी तक कुछ नहीं मिला। कृपया पहले कोई फ़ाइल चुनें।',
    'upload.failed': 'फ़ाइल नहीं पहुँची। कृपया इंटरनेट देखकर फिर कोशिश करें।',
    'file.tooLarge': 'यह फ़ाइल 20 MB से बड़ी है। काग़ज़ की एक फ़ोटो भी काफ़ी है।',
    'file.notAllowed': 'यह फ़ाइल पढ़ी नहीं जा सकती। कृपया PDF या फ़ोटो भेजें।',
  },
};

const kn: UploadWords = {
  title: 'ನಿಮ್ಮ ದಾಖಲೆಗಳನ್ನು ಕಳುಹಿಸಿ',
  lead: (lender) => `ನಿಮ್ಮ ಸಾಲಕ್ಕಾಗಿ ${lender} ಗೆ ಕೆಲವು ದಾಖಲೆಗಳು ಬೇಕು. ಅವನ್ನು ಇಲ್ಲಿ ನಿಧಾನವಾಗಿ, ಒಂದೊಂದಾಗಿ ಕಳುಹಿಸಬಹುದು.`,
  safe: (lender) => `ಇಲ್ಲಿ ಕಳುಹಿಸಿದ್ದು ${lender} ಗೆ ಮಾತ್ರ ತಲುಪುತ್ತದೆ. ನಾವು OTP, PIN ಅಥವಾ ಪಾಸ್‌ವರ್ಡ್ ಎಂದೂ ಕೇಳುವುದಿಲ್ಲ.`,
  choose: 'ಫೋಟೋ ಅಥವಾ ಫೈಲ್ ಆರಿಸಿ',
  hint: 'PDF, JPG, PNG ಅಥವಾ HEIC. ಹೆಚ್ಚೆಂದರೆ 10 ಫೈಲ್‌ಗಳು, ಪ್ರತಿಯೊಂದು 20 MB ವರೆಗೆ.',
  files: 'ನಿಮ್ಮ ಫೈಲ್‌ಗಳು',
  waiting: 'ಸರದಿಗಾಗಿ ಕಾಯುತ್ತಿದೆ',
  sending: (percent) => `${percent}% ಕಳುಹಿಸಲಾಗಿದೆ`,
  received: 'ತಲುಪಿದೆ',
  again: 'ಮತ್ತೆ ಪ್ರಯತ್ನಿಸಿ',
  againNamed: (file) => `ಮತ್ತೆ ಪ್ರಯತ್ನಿಸಿ: ${file}`,
  send: 'ಆರಿಸಿದ ಫೈಲ್‌ಗಳನ್ನು ಕಳುಹಿಸಿ',
  done: 'ಎಲ್ಲವನ್ನೂ ಕಳುಹಿಸಿದ್ದೇನೆ',
  doneHint: 'ಇದರ ನಂತರ ಈ ಲಿಂಕ್ ಬಳಸಲು ಆಗುವುದಿಲ್ಲ.',
  thanksTitle: 'ಧನ್ಯವಾದಗಳು!',
  thanks: (count) => (count === 1 ? 'ನಿಮ್ಮ ಫೈಲ್ ನಮಗೆ ತಲುಪಿದೆ.' : `ನಿಮ್ಮ ${count} ಫೈಲ್‌ಗಳು ನಮಗೆ ತಲುಪಿವೆ.`),
  thanksBody: 'ನಮ್ಮ ಅಧಿಕಾರಿ ಅವನ್ನು ನೋಡಿ, ಏನಾದರೂ ಬೇಕಿದ್ದರೆ WhatsApp ನಲ್ಲಿ ತಿಳಿಸುತ್ತಾರೆ. ಈಗ ಈ ಪುಟವನ್ನು ಮುಚ್ಚಬಹುದು.',
  expiredTitle: 'ಈ ಲಿಂಕ್ ಹಳೆಯದಾಗಿದೆ',
  expiredBody: 'ನಿಮ್ಮ ಸುರಕ್ಷತೆಗಾಗಿ ಲಿಂಕ್ 3 ದಿನ ಮಾತ್ರ ಕೆಲಸ ಮಾಡುತ್ತದೆ. WhatsApp ನಲ್ಲಿ ಹೊಸ ಲಿಂಕ್ ಕೇಳಿ.',
  unknownTitle: 'ಈ ಲಿಂಕ್ ಕೆಲಸ ಮಾಡುತ್ತಿಲ್ಲ',
  unknownBody: 'ದಯವಿಟ್ಟು ನಿಮ್ಮ WhatsApp ಚಾಟ್‌ನಿಂದ ಮತ್ತೊಮ್ಮೆ ತೆರೆಯಿರಿ, ಅಥವಾ ಅಲ್ಲಿ ಹೊಸ ಲಿಂಕ್ ಕೇಳಿ.',
  problems: {
    'upload.closed': 'ಈ ಲಿಂಕ್ ಇನ್ನು ಕೆಲಸ ಮಾಡುವುದಿಲ್ಲ. ದಯವಿಟ್ಟು WhatsApp ನಲ್ಲಿ ಹೊಸ ಲಿಂಕ್ ಕೇಳಿ.',
    'upload.full': 'ನೀವು 10 ಫೈಲ್ ಕಳುಹಿಸಿದ್ದೀರಿ; ಒಂದು ಲಿಂಕ್‌ಗೆ ಇಷ್ಟೇ ಮಿತಿ. ಇನ್ನೂ ಇದ್ದರೆ WhatsApp ನಲ್ಲಿ ಹೊಸ ಲಿಂಕ್ ಕೇಳಿ.',
    'upload.tooOften': 'ಒಟ್ಟಿಗೆ ತುಂಬಾ ಬಂದಿತು. ದಯವಿಟ್ಟು ಹತ್ತು ನಿಮಿಷ ಬಿಟ್ಟು ಮತ್ತೆ ಪ್ರಯತ್ನಿಸಿ.',
    'upload.empty': 'ಇನ್ನೂ ಏನೂ ತಲುಪಿಲ್ಲ. ದಯವಿಟ್ಟು ಮೊದಲು ಒಂದು ಫೈಲ್ ಆರಿಸಿ.',
    'upload.failed': 'ಫೈಲ್ ತಲುಪಲಿಲ್ಲ. ದಯವಿಟ್ಟು ಇಂಟರ್ನೆಟ್ ಪರಿಶೀಲಿಸಿ ಮತ್ತೆ ಪ್ರಯತ್ನಿಸಿ.',
    'file.tooLarge': 'ಈ ಫೈಲ್ 20 MB ಗಿಂತ ದೊಡ್ಡದು. ದಾಖಲೆಯ ಒಂದು ಫೋಟೋ ಸಾಕು.',
    'file.notAllowed': 'ಈ ಫೈಲ್ ಓದಲು ಆಗುತ್ತಿಲ್ಲ. ದಯವಿಟ್ಟು PDF ಅಥವಾ ಫೋಟೋ ಕಳುಹಿಸಿ.',
  },
};

const ta: UploadWords = {
  title: 'உங்கள் ஆவணங்களை அனுப்புங்கள்',
  lead: (lender) => `உங்கள் கடனுக்காக ${lender} நிறுவனத்துக்குச் சில ஆவணங்கள் தேவை. அவற்றை இங்கே நிதானமாக, ஒவ்வொன்றாக அனுப்பலாம்.`,
  safe: (lender) =>
    `இங்கே அனுப்புவது ${lender} நிறுவனத்துக்கு மட்டுமே செல்லும். OTP, PIN, கடவுச்சொல் ஆகியவற்றை நாங்கள் ஒருபோதும் கேட்பதில்லை.`,
  choose: 'படம் அல்லது கோப்பைத் தேர்ந்தெடுங்கள்',
  hint: 'PDF, JPG, PNG அல்லது HEIC. அதிகபட்சம் 10 கோப்புகள், ஒவ்வொன்றும் 20 MB வரை.',
  files: 'உங்கள் கோப்புகள்',
  waiting: 'வரிசையில் உள்ளது',
  sending: (percent) => `${percent}% அனுப்பப்பட்டது`,
  received: 'கிடைத்தது',
  again: 'மீண்டும் முயலுங்கள்',
  againNamed: (file) => `மீண்டும் முயலுங்கள்: ${file}`,
  send: 'தேர்ந்தெடுத்த கோப்புகளை அனுப்புங்கள்',
  done: 'எல்லாவற்றையும் அனுப்பிவிட்டேன்',
  doneHint: 'இதற்குப் பிறகு இந்த இணைப்பைப் பயன்படுத்த முடியாது.',
  thanksTitle: 'நன்றி!',
  thanks: (count) => (count === 1 ? 'உங்கள் கோப்பு எங்களுக்குக் கிடைத்தது.' : `உங்கள் ${count} கோப்புகள் எங்களுக்குக் கிடைத்தன.`),
  thanksBody: 'எங்கள் அதிகாரி அவற்றைப் பார்த்து, ஏதேனும் தேவைப்பட்டால் WhatsApp-இல் தெரிவிப்பார். இப்போது இந்தப் பக்கத்தை மூடலாம்.',
  expiredTitle: 'இந்த இணைப்பின் காலம் முடிந்தது',
  expiredBody: 'உங்கள் பாதுகாப்புக்காக இணைப்பு 3 நாட்கள் மட்டுமே செயல்படும். WhatsApp-இல் புதிய இணைப்பைக் கேளுங்கள்.',
  unknownTitle: 'இந்த இணைப்பு செயல்படவில்லை',
  unknownBody: 'உங்கள் WhatsApp சாட்டிலிருந்து மீண்டும் திறந்து பாருங்கள், அல்லது அங்கே புதிய இணைப்பைக் கேளுங்கள்.',
  problems: {
    'upload.closed': 'இந்த இணைப்பு இனி செயல்படாது. WhatsApp-இல் புதிய இணைப்பைக் கேளுங்கள்.',
    'upload.full':
      'நீங்கள் 10 கோப்புகளை அனுப்பிவிட்டீர்கள்; ஓர் இணைப்பில் இவ்வளவுதான் முடியும். மேலும் இருந்தால் WhatsApp-இல் புதிய இணைப்பைக் கேளுங்கள்.',
    'upload.tooOften': 'ஒரே நேரத்தில் நிறைய வந்துவிட்டது. பத்து நிமிடம் கழித்து மீண்டும் முயலுங்கள்.',
    'upload.empty': 'இன்னும் எதுவும் வரவில்லை. முதலில் ஒரு கோப்பைத் தேர்ந்தெடுங்கள்.',
    'upload.failed': 'கோப்பு வந்து சேரவில்லை. இணைய இணைப்பைச் சரிபார்த்து மீண்டும் முயலுங்கள்.',
    'file.tooLarge': 'இந்தக் கோப்பு 20 MB-ஐ விடப் பெரியது. ஆவணத்தின் ஒரு படமே போதும்.',
    'file.notAllowed': 'இந்தக் கோப்பைப் படிக்க முடியவில்லை. PDF அல்லது படத்தை அனுப்புங்கள்.',
  },
};

const te: UploadWords = {
  title: 'మీ పత్రాలు పంపండి',
  lead: (lender) => `మీ లోన్ కోసం ${lender} కు కొన్ని పత్రాలు కావాలి. వాటిని ఇక్కడ నిదానంగా, ఒక్కొక్కటిగా పంపవచ్చు.`,
  safe: (lender) => `ఇక్కడ పంపినవి ${lender} కు మాత్రమే చేరతాయి. మేము OTP, PIN లేదా పాస్‌వర్డ్ ఎప్పుడూ అడగము.`,
  choose: 'ఫోటో లేదా ఫైల్ ఎంచుకోండి',
  hint: 'PDF, JPG, PNG లేదా HEIC. గరిష్ఠంగా 10 ఫైళ్లు, ఒక్కొక్కటి 20 MB వరకు.',
  files: 'మీ ఫైళ్లు',
  waiting: 'వరుసలో ఉంది',
  sending: (percent) => `${percent}% పంపబడింది`,
  received: 'అందింది',
  again: 'మళ్లీ ప్రయత్నించండి',
  againNamed: (file) => `మళ్లీ ప్రయత్నించండి: ${file}`,
  send: 'ఎంచుకున్న ఫైళ్లు పంపండి',
  done: 'అన్నీ పంపేశాను',
  doneHint: 'దీని తర్వాత ఈ లింక్ పనిచేయదు.',
  thanksTitle: 'ధన్యవాదాలు!',
  thanks: (count) => (count === 1 ? 'మీ ఫైల్ మాకు అందింది.' : `మీ ${count} ఫైళ్లు మాకు అందాయి.`),
  thanksBody: 'మా ఆఫీసర్ వాటిని చూసి, ఏదైనా కావాలంటే WhatsApp లో చెబుతారు. ఇప్పుడు ఈ పేజీని మూసేయవచ్చు.',
  expiredTitle: 'ఈ లింక్ గడువు ముగిసింది',
  expiredBody: 'మీ భద్రత కోసం లింక్ 3 రోజులు మాత్రమే పనిచేస్తుంది. WhatsApp లో కొత్త లింక్ అడగండి.',
  unknownTitle: 'ఈ లింక్ పనిచేయడం లేదు',
  unknownBody: 'దయచేసి మీ WhatsApp చాట్ నుంచి మళ్లీ తెరవండి, లేదా అక్కడ కొత్త లింక్ అడగండి.',
  problems: {
    'upload.closed': 'ఈ లింక్ ఇక పనిచేయదు. దయచేసి WhatsApp లో కొత్త లింక్ అడగండి.',
    'upload.full': 'మీరు 10 ఫైళ్లు పంపారు; ఒక లింక్‌కు ఇదే పరిమితి. ఇంకా ఉంటే WhatsApp లో కొత్త లింక్ అడగండి.',
    'upload.tooOften': 'ఒకేసారి చాలా వచ్చాయి. దయచేసి పది నిమిషాల తర్వాత మళ్లీ ప్రయత్నించండి.',
    'upload.empty': 'ఇంకా ఏమీ అందలేదు. దయచేసి ముందు ఒక ఫైల్ ఎంచుకోండి.',
    'upload.failed': 'ఫైల్ చేరలేదు. దయచేసి ఇంటర్నెట్ చూసుకుని మళ్లీ ప్రయత్నించండి.',
    'file.tooLarge': 'ఈ ఫైల్ 20 MB కంటే పెద్దది. పత్రం ఫోటో ఒకటి సరిపోతుంది.',
    'file.notAllowed': 'ఈ ఫైల్ చదవలేకపోతున్నాం. దయచేసి PDF లేదా ఫోటో పంపండి.',
  },
};

const uploadWords: Readonly<Record<string, UploadWords>> = { en, hi, kn, ta, te };
