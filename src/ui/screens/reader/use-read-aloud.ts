import {useEffect, useMemo, useSyncExternalStore} from 'react';
import {type ReadAloud, readAloud} from '../../../app/read-aloud/read-aloud.ts';
import {useIsReached} from '../../keys/use-commands.ts';
import {useTutor} from '../../navigation/contexts.ts';
import {useProgress} from '../../navigation/use-progress.ts';

/** What is read aloud of a page, and how to stop it or hear it again. */
export type PageVoice = {readonly isSpeaking: boolean; readonly toggle: () => void};

/**
 * Read a page aloud as it is shown, where the learner wishes so and the computer has a voice. What covers the page, and what
 * leads away from it, ends it.
 *
 * @param pieces - makes the pieces to say; null while the page has not got its numbers yet.
 */
export function useReadAloud(page: string, pieces: () => readonly string[] | null): PageVoice | undefined {
  const {voice} = useTutor();
  const isWished = useProgress().settings.read_aloud;
  const reader = useMemo((): ReadAloud | null => {
    const found = isWished ? voice() : null;
    return found !== null && 'voice' in found ? readAloud(found.voice) : null;
  }, [isWished, voice]);
  const isReached = useIsReached();
  const isSpeaking = useSyncExternalStore(reader?.subscribe ?? never, () => reader?.isSpeaking() ?? false);
  const texts = reader && isReached ? pieces() : null;
  const key = texts?.join('\n') ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the pieces
  useEffect(() => {
    if (texts !== null) reader?.follow(page, texts);
  }, [reader, page, key]);
  useEffect(() => {
    if (!isReached) reader?.stop();
  }, [reader, isReached]);
  useEffect(() => () => reader?.stop(), [reader]);
  return reader ? {isSpeaking, toggle: reader.toggle} : undefined;
}

const never = () => () => {};
