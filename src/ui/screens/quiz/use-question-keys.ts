import type {DraftMove} from '../../../app/sessions/answer-draft.ts';
import type {Bindings} from '../../keys/key-layers.ts';
import {useCommands} from '../../keys/use-commands.ts';
import {unsaid, useHasShortFooter} from '../../layout/short-footer.ts';
import type {TextScroll} from '../text/use-text-scroll.ts';
import type {QuestionProps} from './QuestionPane.tsx';

/** The keys of a question that is answered in its own text: moving, marking, ordering, matching. */
export function useQuestionKeys(props: QuestionProps, scroll: TextScroll, isActive: boolean): void {
  const {asked, draft, onMove, onSubmit} = props;
  const {type} = asked.question;
  const toggles = draft.kind === 'order' || type === 'multiple';
  // What Enter does and what marks an answer must be named; the arrows are tried anyway.
  const isShort = useHasShortFooter() && (toggles || draft.kind === 'pairs');
  const move = (change: DraftMove) => () => onMove(change);
  const isOne = draft.kind === 'options' && type !== 'multiple';
  const pick = (number: number) => {
    if (number > asked.shown.options.length && draft.kind !== 'line') return false;
    onMove({type: 'pick', index: number - 1});
    if (isOne) onSubmit();
    return true;
  };
  const toggle =
    draft.kind === 'order'
      ? {run: move({type: 'toggle'}), label: draft.isHeld ? 'let go' : 'take', help: 'Take the item, or let it go.'}
      : type === 'multiple'
        ? {run: move({type: 'toggle'}), label: 'mark'}
        : undefined;
  const turn = (direction: 1 | -1) =>
    draft.kind === 'pairs'
      ? {run: move({type: 'turn', direction}), label: 'match', help: 'Give the term another definition.'}
      : undefined;
  const scrolling: Bindings = scroll.isLong
    ? {
        'page-up': {run: () => scroll.page(-1), isQuiet: true},
        'page-down': {run: () => scroll.page(1), isQuiet: true},
      }
    : {};
  // What is typed goes to the field, which has its own keys; there the arrows are free to scroll.
  const typed: Bindings = scroll.isLong
    ? {'move-up': {run: () => scroll.by(-1), label: 'scroll'}, 'move-down': {run: () => scroll.by(1), label: 'scroll'}}
    : {};
  useCommands(
    draft.kind === 'typed'
      ? {...scrolling, ...typed}
      : {
          ...scrolling,
          choose: {run: () => onSubmit(), label: 'answer'},
          'move-up': {run: move({type: 'move', steps: -1}), isQuiet: isShort},
          'move-down': {run: move({type: 'move', steps: 1}), isQuiet: isShort},
          back: isShort ? unsaid : undefined,
          toggle,
          'move-left': turn(-1),
          'move-right': turn(1),
          pick: {run: press => pick(Number(press.name)), isQuiet: draft.kind === 'line'},
        },
    {isActive},
  );
}
