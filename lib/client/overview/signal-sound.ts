const NOTES_HZ = [660, 880];
const NOTE_SECONDS = 0.16;
const LOUDNESS = 0.2;
/** A sound that comes later than this tells nothing any more. */
const LATE_MS = 3_000;

let context: AudioContext | null = null;

/**
 * Two short notes, upwards. A browser plays nothing before somebody has pressed something on the page: only where it does is
 * it asked whether it `may`.
 */
export async function playSignal(may: () => Promise<boolean> = async () => true): Promise<void> {
  context ??= new AudioContext();
  const askedAtMs = performance.now();
  await context.resume();
  if (performance.now() - askedAtMs > LATE_MS || !(await may())) return;
  for (const [place, hertz] of NOTES_HZ.entries()) playNote(context, hertz, context.currentTime + place * NOTE_SECONDS);
}

function playNote(on: AudioContext, hertz: number, from: number): void {
  const tone = new OscillatorNode(on, { frequency: hertz });
  const gain = new GainNode(on, { gain: 0 });
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(LOUDNESS, from + 0.02);
  gain.gain.linearRampToValueAtTime(0, from + NOTE_SECONDS);
  tone.connect(gain).connect(on.destination);
  tone.start(from);
  tone.stop(from + NOTE_SECONDS);
}
