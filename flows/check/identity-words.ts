/**
 * Words for identity numbers as people write them. "आधार", "ಆಧಾರ" and "ఆధారం" also mean "basis", so without the card or
 * number they count only where the spelling is the card's own.
 */
const identityWords = [
  /\ba(?:a)?dha?ar\b/i,
  /\bPAN\b/,
  /\bpan\s*(?:card|number|no\b)/i,
  /आधार\s*(?:कार्ड|नंबर|नम्बर|संख्या|क्रमांक)/,
  /पैन\s*(?:कार्ड|नंबर|नम्बर|संख्या)/,
  /ಆಧಾರ್/,
  /ಪ್ಯಾನ್\s*(?:ಕಾರ್ಡ್|ಸಂಖ್ಯೆ|ನಂಬರ್)/,
  /ஆதார்/,
  /பான்\s*(?:கார்டு|கார்ட்|எண்|நம்பர்)/,
  /ఆధార్/,
  /పాన్\s*(?:కార్డ్|కార్డు|నంబర్|నెంబర్|సంఖ్య)/,
];

/** A sentence that says not to send it, or that it isn't needed, does not ask for it. */
const refusals = [
  /\b(?:never|not|no|without|don['’]?t|needn['’]?t|isn['’]?t|won['’]?t)\b/i,
  /नहीं|मत\s|न\s+भेज|ना\s+भेज|बिना/,
  /ಬೇಡ|ಇಲ್ಲ|ಬಾರದು|ಬೇಕಾಗಿಲ್ಲ|ಹಂಚಿಕೊಳ್ಳಬೇಡಿ/,
  /வேண்டாம்|வேண்டியதில்லை|தேவையில்லை|இல்லை|கூடாது|அனுப்பாதீர்கள்/,
  /వద్దు|అవసరం లేదు|లేదు|కూడదు|పంపకండి/,
];

/** True when a sentence asks for an identity number. Outside a question of its own, only a sentence with "?" asks. */
export function asksForIdentity(text: string, isQuestion: boolean): boolean {
  return sentencesOf(text).some(
    (sentence) =>
      (isQuestion || sentence.endsWith('?')) &&
      identityWords.some((word) => word.test(sentence)) &&
      !refusals.some((refusal) => refusal.test(sentence)),
  );
}

function sentencesOf(text: string): string[] {
  return text.match(/[^.!?।\n]+[.!?।]?/g) ?? [];
}
