const NOTES_HZ = [660, 880] as const;
const NOTE_SECONDS = 0.11;
const LOUDNESS = 0.08;

/** Two short soft notes. A page that nobody has touched yet stays silent: browsers want it so. */
export function playSound(): void {
  const context = new AudioContext();
  const loudness = context.createGain();
  const end = context.currentTime + NOTES_HZ.length * NOTE_SECONDS;
  loudness.gain.setValueAtTime(LOUDNESS, context.currentTime);
  loudness.gain.exponentialRampToValueAtTime(0.001, end);
  loudness.connect(context.destination);
  for (const [index, hertz] of NOTES_HZ.entries()) {
    const note = context.createOscillator();
    note.frequency.value = hertz;
    note.connect(loudness);
    note.start(context.currentTime + index * NOTE_SECONDS);
    note.stop(context.currentTime + (index + 1) * NOTE_SECONDS);
    if (index === NOTES_HZ.length - 1) note.onended = () => void context.close();
  }
}
