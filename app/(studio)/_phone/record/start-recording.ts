import { recordingName, recordingType } from './recording-type';

/** Why nothing can be recorded. */
export type MicrophoneProblem = 'none' | 'denied' | 'busy' | 'unsupported';

/** A recording that runs. Each of `finish` and `drop` gives the microphone back. */
export type Recording = Readonly<{
  /** How loud it is now, from 0 to 1. */
  level: () => number;
  /** Goes on hearing nothing until it is finished or dropped. */
  pause: () => void;
  finish: () => Promise<File>;
  drop: () => void;
}>;

/** Asks for the microphone and begins at once; or says why not. */
export async function startRecording(): Promise<Recording | MicrophoneProblem> {
  const type = 'MediaRecorder' in window ? recordingType((wanted) => MediaRecorder.isTypeSupported(wanted)) : undefined;
  // Without https or localhost, browsers have no `mediaDevices` at all.
  if (type === undefined || !navigator.mediaDevices) return 'unsupported';
  try {
    // WhatsApp's voice notes are mono.
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true } });
    return record(stream, type);
  } catch (error) {
    return problemOf(error);
  }
}

function problemOf(error: unknown): MicrophoneProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : 'busy';
}

function record(stream: MediaStream, type: string): Recording {
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 32_000 });
  const meter = createMeter(stream);
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const ended = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve();
  });
  recorder.start();
  const end = async (): Promise<void> => {
    if (recorder.state !== 'inactive') recorder.stop();
    await ended;
    for (const track of stream.getTracks()) track.stop();
    meter.close();
  };
  return {
    level: meter.level,
    pause: () => recorder.state === 'recording' && recorder.pause(),
    finish: async () => {
      await end();
      return new File(parts, recordingName(type), { type: type.split(';')[0] ?? type });
    },
    drop: () => void end(),
  };
}

function createMeter(stream: MediaStream): { readonly level: () => number; readonly close: () => void } {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level: () => {
      analyser.getFloatTimeDomainData(samples);
      return Math.min(1, Math.max(...samples.map(Math.abs)));
    },
    close: () => void context.close(),
  };
}
