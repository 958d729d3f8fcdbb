import type {RatingChoice} from '../../../app/sessions/review-session.ts';
import type {Rating} from '../../../tutor/schema/progress.ts';
import {type Line, padLine} from '../../components/rich-text.ts';
import {StyledLines} from '../../components/StyledLines.tsx';
import {useCommands} from '../../keys/use-commands.ts';
import {useKeyReducer} from '../../keys/use-key-reducer.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';

/** The height of the bar, with the empty line above it; where there is room it begins with a question. */
export function ratingHeight(room: number): number {
  return room >= 12 ? 4 : 3;
}

const perRow = 2;

/** The ways to rate a card, each with when it would come back; a digit rates at once. */
export function RatingBar(props: {
  readonly choices: readonly RatingChoice[];
  readonly width: number;
  readonly height: number;
  readonly onRate: (rating: Rating) => void;
}) {
  const {choices, width, onRate} = props;
  const glyphs = useGlyphs();
  const [at, move, latest] = useKeyReducer(
    (at: number, steps: number) => (choices[at + steps] === undefined ? at : at + steps),
    () => choices.findIndex(({rating}) => rating === 'good'),
  );
  const rate = (index: number) => {
    const choice = choices[index];
    if (choice === undefined) return false;
    onRate(choice.rating);
    return true;
  };
  useCommands({
    pick: {run: press => rate(Number(press.name) - 1), label: 'rate', help: 'Rate the card by that number.'},
    choose: {run: () => rate(latest()), label: 'rate', help: 'Rate the card as selected.'},
    'move-left': {run: () => move(-1), label: 'move'},
    'move-right': {run: () => move(1), label: 'move'},
    'move-up': {run: () => move(glyphs.isSpoken ? -1 : -perRow), isQuiet: true},
    'move-down': {run: () => move(glyphs.isSpoken ? 1 : perRow), isQuiet: true},
  });
  const cellWidth = Math.min(28, Math.floor(width / perRow));
  const cells = choices.map(({word, when}, index): Line => {
    const isSelected = index === at;
    const tone = isSelected ? 'selection' : 'text';
    return padLine(
      [
        {text: isSelected ? `${glyphs.pointer} ` : '  ', tone: 'accent'},
        {text: `${index + 1} ${word}`, tone},
        {text: ` ${when}`, tone: isSelected ? 'selection' : 'dim'},
      ],
      cellWidth,
    );
  });
  const rows = glyphs.isSpoken ? cells : [cells.slice(0, perRow), cells.slice(perRow)].map(row => row.flat());
  const question: Line = [{text: 'How well did you know it? It comes back after the time beside it.', tone: 'dim'}];
  return <StyledLines lines={[[], ...(props.height > 3 ? [question] : []), ...rows]} width={width} />;
}
