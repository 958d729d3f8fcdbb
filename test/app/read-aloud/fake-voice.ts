import type {Voice} from '../../../src/app/read-aloud/voice.ts';

/** A voice that only notes what it is to say, and speaks until it is stopped or told to have ended. */
export function fakeVoice() {
  const heard: string[] = [];
  let end: () => void = () => {};
  let stops = 0;
  const voice: Voice = {
    name: 'a test',
    speak(text) {
      heard.push(text);
      let isOver = false;
      let finish = () => {};
      const ended = new Promise<void>(resolve => {
        finish = () => {
          isOver = true;
          resolve();
        };
      });
      end = finish;
      const stop = () => {
        if (!isOver) stops++;
        finish();
      };
      return {stop, ended};
    },
  };
  return {voice, heard, finish: () => end(), stops: () => stops};
}
