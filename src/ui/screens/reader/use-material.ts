import {useEffect, useState} from 'react';
import type {Urgency} from '../../../app/actions.ts';
import {loadMaterial, needsOf, noMaterial, type PageMaterial} from '../../../app/lesson-material.ts';
import type {Tutor} from '../../../app/tutor.ts';
import type {Block} from '../../../tutor/parse/block.ts';
import type {Lesson} from '../../../tutor/parse/course.ts';
import {useTutor} from '../../navigation/contexts.ts';

/** What the engine has said to a page so far. */
export type MaterialState =
  | {readonly kind: 'ready'; readonly material: PageMaterial}
  | {readonly kind: 'computing'}
  | {readonly kind: 'failed'; readonly error: unknown; readonly again: () => void};

// Pages that were shown before are shown at once, without a frame in which they wait for what is known already.
const known = new WeakMap<Tutor, WeakMap<readonly Block[], PageMaterial>>();

function knownOf(tutor: Tutor): WeakMap<readonly Block[], PageMaterial> {
  const held = known.get(tutor) ?? new WeakMap<readonly Block[], PageMaterial>();
  known.set(tutor, held);
  return held;
}

/** Have the engine compute what a page needs, and after it what the page behind it needs. */
export function useMaterial(lesson: Lesson, blocks: readonly Block[], ahead: readonly Block[]): MaterialState {
  const tutor = useTutor();
  const [failure, setFailure] = useState<{readonly blocks: readonly Block[]; readonly error: unknown} | null>(null);
  const [, setLoaded] = useState<readonly Block[] | null>(null);
  const [attempt, setAttempt] = useState(0);
  const material = isFree(blocks) ? noMaterial : knownOf(tutor).get(blocks);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is one with the same blocks
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      await prepare(tutor, lesson, blocks);
      if (isWanted) setLoaded(blocks);
      // A page that cannot be prepared says so when it is opened.
      await prepare(tutor, lesson, ahead, 'ahead').catch(() => {});
    };
    load().catch(error => isWanted && setFailure({blocks, error}));
    return () => {
      isWanted = false;
    };
  }, [tutor, lesson, blocks, ahead, attempt]);
  if (material) return {kind: 'ready', material};
  if (failure?.blocks !== blocks) return {kind: 'computing'};
  const again = () => {
    setFailure(null);
    setAttempt(attempt + 1);
  };
  return {kind: 'failed', error: failure.error, again};
}

async function prepare(tutor: Tutor, lesson: Lesson, blocks: readonly Block[], urgency?: Urgency): Promise<void> {
  if (isFree(blocks) || knownOf(tutor).has(blocks)) return;
  knownOf(tutor).set(blocks, await loadMaterial(tutor, lesson, needsOf(blocks), urgency));
}

function isFree(blocks: readonly Block[]): boolean {
  const {runs, figures} = needsOf(blocks);
  return runs.length === 0 && figures.length === 0;
}
