let playing: HTMLAudioElement | null = null;

/** Starts or stops a recording; what else played is stopped, as on a phone. `onFailure` is called when it can't be played. */
export function playAlone(audio: HTMLAudioElement, onFailure: () => void): void {
  if (!audio.paused) {
    audio.pause();
    return;
  }
  if (playing !== audio) playing?.pause();
  playing = audio;
  // Stopped before it began is no failure: the next press plays it.
  audio.play().catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'AbortError')) onFailure();
  });
}
